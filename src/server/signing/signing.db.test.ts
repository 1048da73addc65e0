import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import type { SigningRefused } from '#adapters/signature/port.ts';
import { testAuthorityService } from '#adapters/signature/test-authority.ts';
import { issueTestCertificate, makeTestAuthority } from '#adapters/signature/test-certificates.ts';
import { ok, refuse } from '#core/kernel/result.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { PAPER_SAMPLES } from '#documents/samples.ts';
import { type Planted, plantDossier } from '#testing/planted-dossiers.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import { SIGNING_REFUSALS } from '#wire/refusals/signing.ts';
import { renderPdf } from '../papers/render.ts';
import { documentFor } from '#documents/papers.ts';
import { setTimeStampService } from './time-stamps.sql.ts';
import { addService, assignCredential, findHolder, listCredentials } from './signing-admin.sql.ts';

const fileStore = fakeFileStore();
/** Set, it is what the key's holder says. */
let refusal: SigningRefused | undefined;
let asked = 0;
let meanwhile: (() => Promise<void>) | undefined;

let world: ServedWorld;
let signer: Caller;
let records: Caller;
let stranger: Caller;
let dossier: Planted;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', {
    parts: {
      fileStore,
      signing: {
        token: () => { throw new Error('no token here'); },
        remote: () => { throw new Error('no remote service here'); },
        timeStamps: ({ url }) => ({ stamp: () => Promise.resolve(url.endsWith('/im-lang') ? refuse({ kind: 'too-slow' as const }) : ok({ token: Buffer.from('0500', 'hex'), at: '2019-11-18T08:10:10.000Z' })) }),
        test: {
          makeAuthority: makeTestAuthority, issue: issueTestCertificate,
          service: (find) => {
            const service = testAuthorityService(find);
            return {
              certificates: service.certificates,
              signHash: async (hash) => {
                asked += 1;
                await meanwhile?.();
                return refusal ? refuse(refusal) : service.signHash(hash);
              },
            };
          },
        },
      },
    },
  });
  [signer, records, stranger] = await Promise.all(['phogiamdoc.stp', 'vanthu.stp', 'chutich.kybac'].map((login) => world.signIn(login))) as [Caller, Caller, Caller];
  dossier = await plantDossier(world.database.pool, { no: 1, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488' });
}, 120_000);
afterAll(() => world.close());

const notice = async (kind = 'refusal-2018-desk'): Promise<string> => {
  const paperId = randomUUID();
  const payload = PAPER_SAMPLES.find(({ name }) => name === kind)?.payload;
  await world.database.pool.query(
    `insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
     values ($1, $2, $3, 'ky-bac', $4, 'v2018', '12/TB', $5, '2019-11-18T10:00:00+07:00', $6)`,
    [HA_TINH, paperId, dossier.dossierId, payload?.kind, payload, randomUUID()]);
  return paperId;
};
const sign = (who: Caller, paperId: string, as: 'leader' | 'agency-seal', headers: Record<string, string> = {}): Promise<Answer> =>
  who.send('POST', `/api/signing/papers/${paperId}`, { as }, headers);
const codeOf = (answer: Answer): unknown => [answer.status, answer.json()['code']];
const count = async (table: 'signed_file' | 'stored_file'): Promise<number> =>
  Number((await world.database.pool.query<{ n: string }>(`select count(*) as n from motcua.${table}`)).rows[0]?.n);
const signaturesIn = (pdf: Uint8Array): number => Buffer.from(pdf).toString('latin1').match(/ETSI\.CAdES\.detached/g)?.length ?? 0;
const lastFile = async (answer: Answer): Promise<Uint8Array> => (await fileStore.get(String(answer.json()['sha256']))) ?? new Uint8Array();

describe('a notice', () => {
  it('is signed by the leader, sealed by văn thư, and from then on prints as the signed file', async () => {
    const paperId = await notice();
    const first = await sign(signer, paperId, 'leader');
    expect(first.json()).toMatchObject({ signatureNo: 1, signerName: 'Trần Đăng Mít' });
    const second = await sign(records, paperId, 'agency-seal');
    expect(second.json()).toMatchObject({ signatureNo: 2, signerName: 'Sở Tư pháp tỉnh Hà Tĩnh' });
    const [one, two] = [await lastFile(first), await lastFile(second)];
    expect([signaturesIn(one), signaturesIn(two)]).toEqual([1, 2]);
    expect(Buffer.from(two).subarray(0, one.length).equals(Buffer.from(one))).toBe(true);
    const printed = await world.app.inject({ method: 'GET', url: `/api/papers/${paperId}.pdf`, headers: { cookie: records.cookie ?? '' } });
    expect(createHash('sha256').update(printed.rawPayload).digest('hex')).toBe(second.json()['sha256']);
  });

  it('laid down before anybody knew the address is signed with the one that is served', async () => {
    const paperId = await notice();
    await world.database.migratorPool.query(
      `update motcua.issued_paper set payload = jsonb_set(payload, '{tracking}', '{"code": "000.18.60.H27-191118-0002", "url": "http://localhost:65000/q/1", "verify": "http://localhost:65000/x/"}') where paper_id = $1`, [paperId]);
    const printed = await world.app.inject({ method: 'GET', url: `/api/papers/${paperId}.pdf`, headers: { cookie: records.cookie ?? '' } });
    const signed = Buffer.from(await lastFile(await sign(signer, paperId, 'leader')));
    expect(printed.rawPayload.length).toBeGreaterThan(10_000);
    expect(signed.subarray(0, printed.rawPayload.length).equals(printed.rawPayload)).toBe(true);
  });

  it('stands in the journal and says who signed with which certificate', async () => {
    const paperId = await notice();
    const { sha256 } = (await sign(signer, paperId, 'leader')).json();
    const { rows } = await world.database.pool.query<{ data: Record<string, unknown>; chain: string }>(
      `select body::jsonb->'data' as data, chain_id as chain from motcua.journal where act = 'sign-paper' order by seq desc limit 1`);
    expect(rows[0]).toMatchObject({ chain: 'unit:so-tu-phap', data: { role: 'leader', signerName: 'Trần Đăng Mít', sha256, serviceId: 'kiem-thu' } });
    expect(rows[0]?.data['serial']).toMatch(/^[0-9A-F]+$/);
  });

  it('sent twice is signed once, and the holder of the key is asked once', async () => {
    const paperId = await notice();
    const key = { 'idempotency-key': randomUUID() };
    const first = await sign(signer, paperId, 'leader', key);
    const before = asked;
    const again = await sign(signer, paperId, 'leader', key);
    expect(again.json()).toEqual(first.json());
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(asked).toBe(before);
  });

  it('is the agency\'s: to others it is not there', async () => {
    expect((await sign(stranger, await notice(), 'leader')).status).toBe(404);
  });

  it.each([
    ['signer-lacks-role', 'the leader\'s signature by văn thư', async () => sign(records, await notice(), 'leader')],
    ['leader-signs-first', 'the seal first', async () => sign(records, await notice(), 'agency-seal')],
    ['paper-not-signable', 'a control slip', async () => sign(signer, await notice('control-slip-2018'), 'leader')],
    ['paper-superseded', 'what was replaced', async () => {
      const paperId = await notice();
      await world.database.pool.query(`update motcua.issued_paper set superseded_at = '2019-11-18T11:00:00+07:00' where paper_id = $1`, [paperId]);
      return sign(signer, paperId, 'leader');
    }],
    ['already-signed', 'the same hand twice', async () => {
      const paperId = await notice();
      await sign(signer, paperId, 'leader');
      return sign(signer, paperId, 'leader');
    }],
  ] as const)('%s: %s', async (code, _what, call) => {
    expect(codeOf(await call())).toEqual([422, code]);
  });

  it('signed by another while the key\'s holder was asked keeps the other\'s signature only', async () => {
    const paperId = await notice();
    let first: Answer | undefined;
    meanwhile = async () => {
      meanwhile = undefined;
      first = await sign(signer, paperId, 'leader');
    };
    const second = await sign(signer, paperId, 'leader');
    expect(first?.status).toBe(200);
    expect(codeOf(second)).toEqual([422, 'signed-meanwhile']);
  });
});

describe('when the key\'s holder refuses', () => {
  it.each([
    'credential-unknown', 'certificate-not-valid', 'secret-missing', 'secret-wrong', 'secret-locked', 'declined', 'service-unreachable', 'service-too-slow',
  ] as const)('%s: nothing is stored, and the person is told what to do', async (kind) => {
    const paperId = await notice();
    const before = [await count('signed_file'), await count('stored_file')];
    refusal = { kind };
    const answer = await sign(signer, paperId, 'leader');
    refusal = undefined;
    expect(codeOf(answer)).toEqual([422, kind]);
    expect(String(answer.json()['detail']).length).toBeGreaterThan(20);
    expect([await count('signed_file'), await count('stored_file')]).toEqual(before);
    expect((await sign(signer, paperId, 'leader')).status).toBe(200);
  });

  it('every refusal has its own words', () => {
    const titles = Object.values(SIGNING_REFUSALS).map((words) => (words as (one: object) => { title: string })({ needs: 'signing-leader', what: '' }).title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('what is signed and whose turn it is', () => {
  const view = async (who: Caller, dossierId = dossier.dossierId): Promise<readonly Record<string, unknown>[]> =>
    (await who.get(`/api/signing/dossiers/${dossierId}`)).json()['papers'] as Record<string, unknown>[];
  const lineOf = async (who: Caller, paperId: string) => (await view(who)).find(({ path }) => path === `/api/signing/papers/${paperId}`);

  it('the leader first, then văn thư, then nobody; each signature with its certificate', async () => {
    const paperId = await notice();
    const test = { service: 'test-authority' };
    expect(await lineOf(signer, paperId)).toMatchObject({ number: '12/TB', signatures: [], mine: { as: 'leader', ...test } });
    const waiting = await lineOf(records, paperId);
    expect(waiting).not.toHaveProperty('mine');
    expect(waiting).toMatchObject({ hindered: { title: 'Người có thẩm quyền chưa ký' } });
    await sign(signer, paperId, 'leader');
    expect(await lineOf(signer, paperId)).not.toHaveProperty('mine');
    expect(await lineOf(records, paperId)).toMatchObject({
      signatures: [{ role: 'leader', signerName: 'Trần Đăng Mít', serial: expect.stringMatching(/^[0-9A-F]+$/) as string, ...test }], mine: { as: 'agency-seal', ...test },
    });
    await sign(records, paperId, 'agency-seal');
    const done = await lineOf(records, paperId);
    expect(done).toMatchObject({ signatures: [{ role: 'leader' }, { role: 'agency-seal', signerName: 'Sở Tư pháp tỉnh Hà Tĩnh', byName: 'Hà Thị Lý' }] });
    expect(done).not.toHaveProperty('mine');
  });

  it('what is not signed digitally, or was replaced, is not on the list', async () => {
    const slip = await notice('control-slip-2018');
    const replaced = await notice();
    await world.database.pool.query(`update motcua.issued_paper set superseded_at = '2019-11-18T11:00:00+07:00' where paper_id = $1`, [replaced]);
    expect(await lineOf(signer, slip)).toBeUndefined();
    expect(await lineOf(signer, replaced)).toBeUndefined();
  });

  it('a time stamp is asked for only where an authority is set; one that does not come is told beside the signature', async () => {
    const { pool } = world.database;
    const signedWith = async (url: string | undefined) => {
      await setTimeStampService(pool, HA_TINH, url === undefined ? undefined : { url });
      const paperId = await notice();
      const answer = (await sign(signer, paperId, 'leader')).json();
      const [signature] = ((await lineOf(signer, paperId))?.['signatures'] ?? []) as readonly Record<string, unknown>[];
      return [answer['stampMissing'], signature?.['stampedAt'], signature?.['stampMissing']];
    };
    const stamped = await signedWith('https://tsa.example.vn');
    expect([stamped[0], Date.parse(String(stamped[1])), stamped[2]]).toEqual([undefined, Date.parse('2019-11-18T08:10:10Z'), undefined]);
    expect(await signedWith('https://tsa.example.vn/im-lang')).toEqual([true, undefined, true]);
    expect(await signedWith(undefined)).toEqual([undefined, undefined, undefined]);
  });

  it('is the agency\'s: to others it is not there', async () => {
    expect((await stranger.get(`/api/signing/dossiers/${dossier.dossierId}`)).status).toBe(404);
  });
});

describe('an outcome', () => {
  const issue = async (no: number, file: Uint8Array | undefined): Promise<string> => {
    const sha256 = file && createHash('sha256').update(file).digest('hex');
    if (file && sha256) await fileStore.put(sha256, file);
    await world.database.pool.query(
      `insert into motcua.outcome (province_id, dossier_id, outcome_no, kind, name, number, issued_at, signed_by, signed_by_name, signing_prefix, signing_title, issued_by, issued_by_name, file, has_paper)
       values ($1, $2, $3, 'outcome', 'Phiếu lý lịch tư pháp', '01/PLLTP', '2019-11-18T10:00:00+07:00', $4, 'a', 'KT.', 'b', $4, 'c', $5, true)`,
      [HA_TINH, dossier.dossierId, no, randomUUID(), sha256 ?? null]);
    return `/api/signing/outcomes/${dossier.dossierId}/${no}`;
  };
  const paper = (): Promise<Uint8Array> => {
    const sample = PAPER_SAMPLES.find(({ name }) => name === 'refusal-2018-desk');
    if (!sample) throw new Error('no sample');
    return renderPdf(documentFor(sample.payload));
  };

  it('is signed on its own file, which the dossier then shows in its place', async () => {
    const url = await issue(1, await paper());
    const answer = await signer.send('POST', url, { as: 'leader' });
    expect(answer.json()).toMatchObject({ signatureNo: 1 });
    const view = await records.get(`/api/dossiers/${dossier.dossierId}`);
    expect(view.text).toContain(String(answer.json()['sha256']));
    expect((await records.get(`/api/files/${String(answer.json()['sha256'])}`)).status).toBe(200);
    expect((await stranger.get(`/api/files/${String(answer.json()['sha256'])}`)).status).toBe(404);
  });

  it('on paper only, or a picture, cannot be signed', async () => {
    const onPaper = await issue(4, undefined);
    const { papers } = (await signer.get(`/api/signing/dossiers/${dossier.dossierId}`)).json() as { papers: { path: string }[] };
    expect(papers.find(({ path }) => path === onPaper)).toMatchObject({ hindered: { title: 'Chưa có bản điện tử để ký' } });
    expect(codeOf(await signer.send('POST', await issue(2, undefined), { as: 'leader' }))).toEqual([422, 'no-file-to-sign']);
    expect(codeOf(await signer.send('POST', await issue(3, Buffer.from('\x89PNG')), { as: 'leader' }))).toEqual([422, 'pdf-not-signable']);
    expect((await signer.send('POST', `/api/signing/outcomes/${dossier.dossierId}/9`, { as: 'leader' })).status).toBe(404);
  });
});

it('the keys of the test authority stand encrypted in the database', async () => {
  const { rows } = await world.database.pool.query<{ secret: Buffer }>('select secret from motcua.signing_credential union all select secret from motcua.signing_service');
  expect(rows.length).toBeGreaterThan(1);
  for (const { secret } of rows) expect(secret.toString('latin1')).not.toContain('MIIE');
});

describe('a certificate of a real service', () => {
  it('takes the place of the one before, and the one before is closed', async () => {
    const { pool } = world.database;
    expect(await addService(pool, HA_TINH, { serviceId: 'usb', kind: 'pkcs11', settings: { module: '/khong/co.so', tokenLabel: 'a' } })).toBe(true);
    expect(await addService(pool, HA_TINH, { serviceId: 'usb', kind: 'pkcs11', settings: {} })).toBe(false);
    const holder = await findHolder(pool, HA_TINH, { login: 'phogiamdoc.stp' });
    if (!holder) throw new Error('no holder');
    expect(await assignCredential(pool, HA_TINH, holder, 'khong-co', '01')).toBe(false);
    expect(await assignCredential(pool, HA_TINH, holder, 'usb', '01')).toBe(true);
    const lines = await listCredentials(pool, HA_TINH);
    expect(lines.filter((line) => line.holder === 'phogiamdoc.stp')).toEqual([{ serviceId: 'usb', kind: 'pkcs11', credentialId: '01', holder: 'phogiamdoc.stp' }]);
  });
  it('is given to nobody who is not there', async () => {
    expect(await findHolder(world.database.pool, HA_TINH, { login: 'khong.co' })).toBeUndefined();
    expect(await findHolder(world.database.pool, HA_TINH, { unit: 'khong-co' })).toBeUndefined();
  });
});
