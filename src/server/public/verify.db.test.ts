import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierState } from '#core/dossier/state.ts';
import { fromBase32, toBase32 } from '#core/kernel/base32.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { paperToken } from '#core/numbering/paper-token.ts';
import { HA_TINH } from '#demo/worlds.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import type { FoundDossiersView } from '#wire/find-dossiers.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { secretsFrom } from '../secrets.ts';
import { makeSeal, parsePublishedKeys, proveSeal } from '../signing/check-seal.ts';
import { withProof } from '../signing/paper-proof.ts';
import { type SealKeys, keepSealKeys, keyIdOf, makeSealKey } from '../signing/seal-keys.ts';
import { revokeSealKey } from '../signing/seal-keys.sql.ts';
import { readSeal } from '#core/numbering/receipt-seal.ts';

const secrets = secretsFrom(randomBytes(32));
let world: ServedWorld;
let officer: Caller;
let keys: SealKeys;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { secrets } });
  officer = await world.signIn('tuphap.kybac');
  keys = keepSealKeys({ pool: world.database.pool, world: { provinceId: HA_TINH }, secrets, realNow: world.realNow });
}, 120_000);
afterAll(() => world.close());

type Received = DossierReceivedAnswer & { readonly address: string };

const addressOf = async (paperId: string): Promise<string> => {
  const { rows } = await world.database.pool.query<{ payload: PaperPayload; deskId: string | null }>(
    'select payload, desk_id as "deskId" from motcua.issued_paper where paper_id = $1', [paperId]);
  const [row] = rows;
  if (!row) throw new Error('no paper');
  const payload = await withProof({ ...row, paperId }, keys);
  return 'tracking' in payload && payload.tracking ? new URL(payload.tracking.url).pathname : '';
};

const receive = async (): Promise<Received> => {
  const answer = await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', procedureIn('kybac-2019', '1.001193')));
  const received = answer.json<DossierReceivedAnswer>();
  return { ...received, address: await addressOf(received.paperId) };
};
const setDossier = (dossierId: string, column: 'state' | 'due_at', value: string) =>
  world.database.pool.query(`update motcua.dossier set ${column} = $2 where dossier_id = $1`, [dossierId, value]);
const scan = (address: string): Promise<Answer> => world.anybody.get(address);
const headline = ({ text }: Answer): string => /<h1[^>]*>([^<]+)</.exec(text)?.[1] ?? '';

/** The seal with one of its bytes turned. */
const tamper = (address: string, at: number): string => {
  const bytes = fromBase32(address.split('/').at(-1) ?? '') ?? new Uint8Array();
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return `/x/${toBase32(bytes)}`;
};

describe('whoever scans a receipt', () => {
  it('sees that it is genuine and holds, what kind it is, whose and of when, and its due moment to compare', async () => {
    const { address, code } = await receive();
    const answer = await scan(address);
    expect(answer.status).toBe(200);
    expect(headline(answer)).toBe('Giấy này là thật và còn hiệu lực');
    for (const said of ['Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Ủy ban nhân dân xã Kỳ Bắc', 'thứ Hai, 18/11/2019', code, 'Hẹn trả ghi trên giấy']) expect(answer.text).toContain(said);
  });

  it('sees nothing of the person, and runs no script', async () => {
    const { text, headers } = await scan((await receive()).address);
    for (const personal of [farmer.fullName, 'Thử', farmer.identity.number, farmer.phone ?? '', 'Phương Giai', 'khai sinh']) expect(text).not.toContain(personal);
    expect(text).not.toContain('<script');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
    expect(gzipSync(text).length).toBeLessThan(15_000);
    expect(Buffer.byteLength(text)).toBeLessThan(15_000);
  });

  it('may go on to the dossier with four digits, the code standing there already', async () => {
    const { address, code } = await receive();
    expect((await scan(address)).text).toContain(`name="ma" value="${code}"`);
  });

  it.each([
    ['cancelled', 'Giấy này không còn hiệu lực'], ['withdrawn', 'rút theo yêu cầu'], ['stopped', 'dừng giải quyết'], ['refused-by-agency', 'bị từ chối'],
    ['returned', 'kết quả đã được trả'], ['in-process', 'là thật và còn hiệu lực'], ['ready-to-return', 'là thật và còn hiệu lực'],
  ] as const)('of a dossier that is %s is told so', async (state: DossierState, said) => {
    const { address, dossierId } = await receive();
    await setDossier(dossierId, 'state', state);
    expect((await scan(address)).text).toContain(said);
  });

  it('whose due moment has been changed is told so, not the new one', async () => {
    const { address, dossierId } = await receive();
    await setDossier(dossierId, 'due_at', '2019-12-24T17:00:00+07:00');
    const answer = await scan(address);
    expect(headline(answer)).toBe('Giấy này là thật, ngày hẹn trả đã thay đổi');
    expect(answer.text).not.toContain('24/12/2019');
  });

  it('that was superseded sees by which', async () => {
    const { address, paperId, dossierId } = await receive();
    await world.database.pool.query(`
      insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by, supersedes_paper_id)
      select province_id, $2, dossier_id, desk_id, kind, form_version, '0099/TNHS', payload, '2019-11-20T09:00:00+07:00', issued_by, paper_id
      from motcua.issued_paper where paper_id = $1`, [paperId, randomUUID()]);
    await world.database.pool.query('update motcua.issued_paper set superseded_at = now() where paper_id = $1 and dossier_id = $2', [paperId, dossierId]);
    const answer = await scan(address);
    expect(headline(answer)).toBe('Giấy này là thật nhưng đã được thay thế');
    expect(answer.text).toContain('0099/TNHS');
    expect(answer.text).toContain('20/11/2019');
  });

  it('finds it in small letters too', async () => {
    expect((await scan((await receive()).address.toLowerCase())).status).toBe(200);
  });
});

describe('a paper that is not confirmed', () => {
  it.each([['due moment', 12], ['code', 20], ['signature', 80]])('because its %s was changed', async (_, at) => {
    const answer = await scan(tamper((await receive()).address, at));
    expect([answer.status, headline(answer)]).toEqual([404, 'Không xác nhận được: giấy đã bị sửa hoặc không do chúng tôi lập']);
  });

  it('because its key is nobody\'s we know', async () => {
    const answer = await scan(tamper((await receive()).address, 2));
    expect([answer.status, headline(answer)]).toEqual([404, 'Không xác nhận được giấy này']);
  });

  it('because it was signed as it should be, yet stands in no book', async () => {
    const seal = makeSeal(await keys.of('2019-11-18T08:00:00+07:00' as Moment), {
      paper: 'intake-receipt', code: '000.22.36.H27-191118-9999', deskId: 'ky-bac', issuedAt: '2019-11-18T08:00:00+07:00' as Moment,
    });
    expect(headline(await scan(`/x/${seal.ok ? seal.value : ''}`))).toBe('Giấy được ký đúng nhưng không có trong sổ');
  });

  it('because it is of a later form', async () => {
    const { address } = await receive();
    expect(headline(await scan(`/x/AI${address.slice('/x/AI'.length)}`))).toBe('Giấy này thuộc một mẫu mới hơn');
  });

  it.each(['/x/', '/x/ABC', `/x/${'A'.repeat(300)}`, `/x/${paperToken(randomUUID())}`, '/x/%00', '/x/..%2f..%2fetc'])('because nothing has the name %s', async (address) => {
    const answer = await scan(address);
    expect([answer.status, headline(answer)]).toEqual([404, 'Không tìm thấy giấy này']);
  });

  it('is asked for a limited number of times', async () => {
    const limited = await servedWorld('kybac-2019', { settings: { rateLimits: { all: { max: 1_000, windowSeconds: 60 }, signIn: { max: 9, windowSeconds: 60 }, tracking: { max: 3, windowSeconds: 60 }, integrator: { max: 9, windowSeconds: 60 } } } });
    try {
      const statuses: number[] = [];
      for (let count = 0; count < 4; count += 1) statuses.push((await limited.anybody.get('/x/ABC')).status);
      expect(statuses).toEqual([404, 404, 404, 429]);
    } finally {
      await limited.close();
    }
  });
});

it('another paper is found by its token, and a paper of before has none', async () => {
  const { paperId, dossierId, code } = await receive();
  const insert = async (verify: object): Promise<string> => {
    const id = randomUUID();
    await world.database.pool.query(`
      insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
      select province_id, $2, dossier_id, desk_id, 'supplement-request', form_version, '07/HDHS', jsonb_set(payload, '{kind}', '"supplement-request"') #- '{tracking,verify}' || $3, issued_at, issued_by
      from motcua.issued_paper where paper_id = $1`, [paperId, id, JSON.stringify(verify)]);
    return id;
  };
  const id = await insert({ tracking: { code, url: `http://localhost/q/${code}`, verify: 'http://localhost/x/' } });
  const address = await addressOf(id);
  expect(address).toBe(`/x/${paperToken(id)}`);
  await setDossier(dossierId, 'state', 'supplement-asked');
  expect(headline(await scan(address))).toBe('Giấy này là thật và còn hiệu lực');
  await setDossier(dossierId, 'state', 'in-process');
  expect(headline(await scan(address))).toBe('Giấy này là thật, việc yêu cầu đã xong');
  expect(await addressOf(await insert({}))).toBe(`/q/${code}`);
});

it('a notice of apology shows the new due moment, and is told from a later change of it', async () => {
  const { paperId, dossierId } = await receive();
  const id = randomUUID();
  const newDueAt = '2019-12-05T16:30:00+07:00';
  await world.database.pool.query(`
    insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
    select province_id, $2, dossier_id, desk_id, 'apology-notice', form_version, '01/XLHS', payload || $3, issued_at, issued_by
    from motcua.issued_paper where paper_id = $1`, [paperId, id, JSON.stringify({ kind: 'apology-notice', newDueAt })]);
  await setDossier(dossierId, 'due_at', newDueAt);
  const answer = await scan(`/x/${paperToken(id)}`);
  expect(headline(answer)).toBe('Giấy này là thật và còn hiệu lực');
  for (const said of ['Phiếu xin lỗi và hẹn lại ngày trả kết quả', '16 giờ 30', '05/12/2019']) expect(answer.text).toContain(said);
  await setDossier(dossierId, 'due_at', '2019-12-24T17:00:00+07:00');
  expect(headline(await scan(`/x/${paperToken(id)}`))).toBe('Giấy này là thật, ngày hẹn trả đã thay đổi');
});

describe('a paper that belongs to no agency’s answer is proved by its QR like any other', () => {
  /** Issued at the desk, then scanned as it is printed. */
  const issued = async (path: string, body: object, behind = ''): Promise<Answer & { readonly qr: string }> => {
    const given = await officer.send('POST', path, body);
    const { paperId } = given.json<{ paperId?: string }>();
    if (paperId === undefined) throw new Error(given.text);
    const view = (await officer.get(`/api/papers/${paperId}/payload`)).json<{ payload: { proofUrl?: string } }>();
    const qr = new URL(view.payload.proofUrl ?? 'none:').pathname;
    expect(qr).toBe(`/x/${paperToken(paperId)}${behind && `/${given.json<Record<string, string>>()[behind]}`}`);
    return { ...await scan(qr), qr };
  };
  const record = procedureIn('kybac-2019', '2.000488');

  it('the slip of the post leads on to the dossier, for the citizen and for a desk’s scanner, and falls with its entry', async () => {
    const page = await issued('/api/desk/dossiers', receiveCommand('ky-bac', record, { channel: 'post', regime: 'public-post', posting: { itemNumber: 'RH123456789VN', postage: 20_000 } }), 'code');
    expect([page.status, headline(page)]).toEqual([200, 'Giấy này là thật và còn hiệu lực']);
    for (const said of ['Phiếu gửi hồ sơ', 'RH123456789VN', 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc', 'name="ma"']) expect(page.text).toContain(said);
    for (const personal of [farmer.fullName, farmer.identity.number]) expect(page.text).not.toContain(personal);
    const found = (await officer.get(`/api/desk/find?deskId=ky-bac&q=${encodeURIComponent(`https://motcua.vn${page.qr}`)}`)).json<FoundDossiersView>();
    expect(found.dossiers.map(({ code }) => code)).toEqual([page.qr.split('/').at(-1)]);
    await setDossier(found.dossiers[0]?.dossierId ?? '', 'state', 'cancelled');
    expect(headline(await scan(page.qr))).toBe('Giấy này không còn hiệu lực');
  });

  it('the list of many dossiers', async () => {
    const batchId = randomUUID();
    await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', procedureIn('kybac-2019', '1.001193'), { batchId }));
    const page = await issued(`/api/desk/batches/${batchId}/list`, { deskId: 'ky-bac' });
    expect([page.status, headline(page)]).toEqual([200, 'Giấy này là thật và còn hiệu lực']);
    for (const said of ['Bảng kê', '01/BK', 'href="/tra-cuu"']) expect(page.text).toContain(said);
    expect(page.text).not.toContain(farmer.fullName);
  });

  it('guidance, with the way to its procedure and no promise that the rules are still the same', async () => {
    const page = await issued('/api/desk/guidance', {
      guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: record.code, procedureVersion: record.version, caseId: record.cases[0]?.caseId, missing: [], personName: 'Lê Thị Hỏi',
    });
    expect([page.status, headline(page)]).toEqual([200, 'Giấy này là thật']);
    expect(page.text).toContain(`href="/thu-tuc/${record.code}"`);
    expect((await world.anybody.get(`/thu-tuc/${record.code}`)).status).toBe(200);
    expect(page.text).not.toContain('Lê Thị Hỏi');
  });
});

describe('the public keys', () => {
  it('stand at one address and prove every receipt without us', async () => {
    const { address } = await receive();
    const answer = await scan('/.well-known/motcua-receipt-keys.json');
    const found = parsePublishedKeys(answer.text);
    const read = readSeal(address);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(found?.published.desks).toContainEqual(expect.objectContaining({ id: 'ky-bac' }));
    expect(read.ok && found && proveSeal(read.value, found.keys)).toBe('genuine');
    expect(answer.text).not.toContain('"d"');
  });

  it('never stand beside a key that opens: what is stored is encrypted', async () => {
    const { rows } = await world.database.pool.query<{ secret: Buffer; key: string }>('select secret, key_id as key from motcua.seal_key');
    const [own] = await keys.all();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ secret }) => secret.includes(Buffer.from(own?.privateKey.export({ format: 'jwk' }).d ?? '', 'base64url')))).toBe(false);
  });

  it('a new one seals from its day on, the old one goes on proving, and a revoked one proves nothing any more', async () => {
    const deps = { pool: world.database.pool, world: { provinceId: HA_TINH }, secrets, realNow: world.realNow };
    const [old] = await keys.all();
    const added = await makeSealKey(deps, '2019-11-25T00:00:00+07:00' as Moment);
    const fresh = keepSealKeys(deps);
    expect((await fresh.of('2019-11-24T23:59:59+07:00' as Moment)).keyId).toBe(old?.keyId);
    expect((await fresh.of('2019-11-25T00:00:00+07:00' as Moment)).keyId).toBe(added);
    const { address } = await receive();
    const read = readSeal(address);
    if (!read.ok || !old) throw new Error('unreadable');
    expect(proveSeal(read.value, await fresh.all())).toBe('genuine');
    expect(await revokeSealKey(deps.pool, HA_TINH, old.keyId, '2019-11-26T00:00:00+07:00' as Moment)).toBe(true);
    expect(await revokeSealKey(deps.pool, HA_TINH, old.keyId, '2019-11-26T00:00:00+07:00' as Moment)).toBe(false);
    const after = keepSealKeys(deps);
    expect(proveSeal(read.value, await after.all())).toBe('revoked-key');
    expect((await after.of('2019-11-18T08:00:00+07:00' as Moment)).keyId).toBe(added);
    expect(keyIdOf(generateKeyPairSync('ed25519').publicKey)).toMatch(/^[0-9a-f]{8}$/);
  });
});
