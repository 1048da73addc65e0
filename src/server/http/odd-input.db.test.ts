// Whatever is sent, the server answers with a problem in Vietnamese or does the act: never with a fault,
// never with its own insides, and never by thinking for long.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TAKEN_BACK, WITHDRAWAL, certifyCommand, farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
const freeText = Object.entries(birth.eForm?.properties ?? {})
  .find(([, field]) => field.type === 'string' && !field.enum && !field.format && !field.pattern)?.[0] ?? '';

let world: ServedWorld;
let people: Readonly<Record<'officer' | 'specialist' | 'head' | 'signer' | 'records' | 'admin', Caller>>;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  const [officer, specialist, head, signer, records, admin] = await Promise.all(
    ['tuphap.kybac', 'chuyenvien.stp', 'truongphong.stp', 'phogiamdoc.stp', 'vanthu.stp', 'quantri'].map((login) => world.signIn(login)),
  ) as [Caller, Caller, Caller, Caller, Caller, Caller];
  people = { officer, specialist, head, signer, records, admin };
}, 120_000);
afterAll(() => world.close());

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };
type Body = { readonly [key: string]: Json };

const nested = (depth: number): Json => {
  let value: Json = 'x';
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
};
const ODD: readonly Json[] = [
  'a\u0000b', 'a\ud800b', 'Lê Thị Ơn'.normalize('NFD'), 'đen\u202Etrắng\u2066', 'nhà 🏠', '9'.repeat(5_000), '', '   ', '../../../etc/passwd',
  `'; drop table dossier; --`, '2019-02-31', '2019-99-99T99:99:99+07:00', '(code 00000000-0000-4000-8000-000000000000)', '%', '\\',
  1e9, -1, 1.5, 1e308, 9_007_199_254_740_992, null, true, [], {}, Array.from({ length: 10_000 }, () => 'x'), nested(5_000),
  { constructor: { prototype: { polluted: true } } }, { toString: 'x', hasOwnProperty: 'y' },
];

/** Every place in a body, as a path. */
const placesIn = (value: Json, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
  if (Array.isArray(value)) return [path, ...value.slice(0, 1).flatMap((item, i) => placesIn(item, [...path, i]))];
  if (value !== null && typeof value === 'object') return [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
  return [path];
};
const putIn = (body: Json, [first, ...rest]: readonly (string | number)[], odd: Json): Json => {
  if (first === undefined) return odd;
  if (Array.isArray(body)) return body.map((item: Json, i) => (i === first ? putIn(item, rest, odd) : item));
  const map = body as Body;
  return { ...map, [first]: putIn(map[first] ?? null, rest, odd) };
};

const INSIDES = /motcua\.|select |insert |constraint|relation "|node_modules|\.ts:\d|at .*\(|pg_|unhandled|<pre>/i;
const judge = (what: string, answer: Answer): string | undefined => {
  if (answer.status >= 500) return `${what}: ${answer.status}`;
  if (answer.status >= 400 && INSIDES.test(answer.text)) return `${what}: ${answer.text}`;
  if (answer.status >= 400 && !String(answer.headers['content-type']).startsWith('application/problem+json')) return `${what}: ${String(answer.headers['content-type'])}`;
  return undefined;
};

let planted = 6000;
const plant = async (state: string, stepNo = 1, stepRole = 'agency-officer'): Promise<string> => {
  planted += 1;
  return (await plantDossier(world.database.pool, {
    no: planted, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state, ...(state === 'handed-over' ? {} : { stepNo, stepRole }),
  })).dossierId;
};
const work = (path: string, state: string, who: keyof typeof people, body: Body, stepNo = 1, stepRole = 'agency-officer') => async () =>
  ({ who: people[who], url: `/api/office/dossiers/${await plant(state, stepNo, stepRole)}/${path}`, body: { expectedRevision: 2, ...body } as Body });
const onDesk = async (path: string, body: Body) => {
  const { dossierId } = (await people.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>();
  return { who: people.officer, url: `/api/desk/dossiers/${dossierId}/${path}`, body: { deskId: 'ky-bac', revision: 1, ...body } as Body };
};
const base = receiveCommand('ky-bac', birth);
const reason = 'Lý do thử';

type Call = { readonly who: Caller; readonly url: string; readonly body: Body };
/** Fresh ids each time, so that what passes the schema goes all the way into the tables. */
const CALLS: Readonly<Record<string, () => Promise<Call>>> = {
  'a reception': async () => ({
    who: people.officer, url: '/api/desk/dossiers',
    body: receiveCommand('ky-bac', birth, {
      answers: { ...base.answers, [freeText]: 'Chữ' }, batchId: randomUUID(),
      parties: { applicant: { ...farmer, birthDate: '1980', email: 'a@b.vn', organisationName: 'Hợp tác xã' }, owner: farmer, representation: { kind: 'family', relation: 'con', paperNumber: '1', paperDate: '2019-11-01' } },
    }) as unknown as Body,
  }),
  'a certification': async () => ({ who: people.officer, url: '/api/desk/certifications', body: certifyCommand('ky-bac', copies) as unknown as Body }),
  guidance: async () => ({
    who: people.officer, url: '/api/desk/guidance',
    body: {
      guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Lê Thị Thử', address: 'x', phone: '1', reason,
      missing: [{ name: 'Giấy thử', original: 1, certifiedCopy: 0, plainCopy: 0, reason }],
    },
  }),
  'a refusal': async () => ({
    who: people.officer, url: '/api/desk/refusals',
    body: { refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Lê Thị Thử', reason, ground: 'Điều 1' },
  }),
  cancelling: () => onDesk('cancel-entry', { reason }),
  withdrawing: () => onDesk('withdraw', { ...WITHDRAWAL, reason, papersBack: TAKEN_BACK }),
  superseding: () => onDesk('supersede-receipt', {
    reason, receivedAt: '2019-11-18T07:30:00+07:00', procedureCode: birth.code, procedureVersion: birth.version, caseId: base.caseId,
    parties: base.parties as unknown as Json, answers: base.answers, papers: base.papers as unknown as Json, fees: [],
  }),
  forwarding: async () => {
    const { url } = await onDesk('', {});
    return { who: people.officer, url: '/api/desk/hand-overs', body: { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: url.split('/')[4] ?? '', revision: 1, paperCount: 1 }] } };
  },
  returning: async () => ({
    who: people.officer, url: `/api/desk/dossiers/${await plant('ready-to-return')}/return-outcome`,
    body: {
      deskId: 'ky-bac', revision: 2, receiptShown: false, lostReceiptNote: 'Mất', originalsReturned: true, collectedFeeLines: [1], recalledPapers: [{ name: 'Thẻ', collected: false, note: 'Mất' }],
      receiver: { fullName: farmer.fullName, relation: 'authorised', identity: { ...farmer.identity, issuedOn: '2010-01-01', issuedBy: 'CA' }, authorisation: { number: '1', date: '2019-11-01', madeBy: 'x' }, phone: '1' },
    },
  }),
  accepting: async () => ({ who: people.specialist, url: '/api/office/hand-overs/accept', body: { dossierIds: [await plant('handed-over')], rejected: [{ dossierId: await plant('handed-over'), reason }] } }),
  assigning: work('assign', 'in-process', 'head', { assigneeId: randomUUID(), note: reason }),
  'a step': work('complete-step', 'in-process', 'specialist', { result: { kind: 'pass', note: reason, proposal: { kind: 'refuse', reason, legalGround: 'Điều 1' } } }),
  'asking for papers': work('ask-supplement', 'in-process', 'specialist', { reason, answerWithinWorkingDays: 5, contactPhone: '1', items: [{ name: 'Giấy', original: 1, certifiedCopy: 0, plainCopy: 0, reason }] }),
  'asking for a duty': work('ask-financial-duty', 'in-process', 'specialist', { notice: 'Thông báo', amount: 1000, payBy: '2019-12-01' }),
  'settling a duty': work('settle-financial-duty', 'awaiting-financial-duty', 'specialist', { proof: 'Giấy nộp tiền', paidOn: '2019-11-18' }),
  'refusing to resolve': work('refuse-resolution', 'in-process', 'signer', { reason, legalGround: 'Điều 1' }, 3, 'signing-leader'),
  issuing: work('record-outcome', 'in-process', 'records', { name: 'Phiếu', symbol: 'PLL', hasPaper: true, sealed: true }, 4, 'records-clerk'),
  sending: async () => ({ who: people.records, url: '/api/office/outcomes/send', body: { dossiers: [{ dossierId: await plant('outcome-recorded', 4, 'records-clerk'), expectedRevision: 2 }] } }),
  'a control slip': async () => ({ who: people.specialist, url: `/api/office/dossiers/${await plant('in-process')}/control-slip`, body: { x: 1 } }),
  'an answer to the catalogue': async () => ({ who: people.admin, url: `/api/admin/catalogue-questions/${randomUUID()}/answer`, body: { kind: 'noted', note: reason } }),
  'signing in': async () => ({ who: world.anybody, url: '/api/sign-in', body: { login: randomUUID(), password: 'x' } }),
  'the officer beside the clerk': async () => ({ who: people.officer, url: '/api/desk/officer-presence', body: { login: 'x', pin: '123456' } }),
};

/** A few odd values at each place, others at the next: every one meets every act somewhere. */
const EACH = 3;


describe('odd values at every place of a body', () => {
  let turn = 0;
  it.each(Object.entries(CALLS))('%s', async (name, fresh) => {
    const found: string[] = [];
    for (const path of placesIn((await fresh()).body)) {
      for (let i = 0; i < EACH; i += 1) {
        turn += 1;
        const odd = ODD[turn % ODD.length];
        const call = await fresh();
        const answer = await call.who.send('POST', call.url, putIn(call.body, path, odd));
        const wrong = judge(`${name} ${path.join('.')} = ${JSON.stringify(odd).slice(0, 60)}`, answer);
        if (wrong) found.push(wrong);
      }
    }
    expect(found).toEqual([]);
  });

  it('leave nothing behind in the program itself', () => {
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
