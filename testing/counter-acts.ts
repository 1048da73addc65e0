// What a clerk does in a day without a line, as steps of the model: each goes by the counter's own front door, and the
// book says what it printed.
import { randomUUID } from 'node:crypto';
import { packableHere } from '#staff/offline/bag-here.ts';
import { sha256Hex, utf8 } from '#staff/offline/bytes.ts';
import { findDossier, keepScan } from '#staff/offline/store.ts';
import { type Book, type Moved, type Printed, type Real, type Said, confirmation, isOld, must, pick, print, step } from './counter-model.ts';
import { COUNTED, TAKEN_BACK, WITHDRAWAL, answersTo, certifyCommand, farmer, papersFor, procedureIn, receiveCommand } from './desk-commands.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
const extract = procedureIn('kybac-2019', '2.000635');

export const BAGS = '/api/desk/bags/filled';

export const RECEPTIONS = '/api/desk/dossiers';
export const reception = (real: Real, more: object = {}) => receiveCommand('ky-bac', birth, { confirmation: confirmation(real), ...more } as never);
export const receive = step('receive', (book, real) => print(book, real, RECEPTIONS, reception(real)));
/** Two pieces, so that the line can break between them. */
const SCAN_BYTES = 256 * 1024 + 5_000;
export const receiveScanned = step('receive with a scan', async (book, real) => {
  const stored = real.counter().stored();
  if (!stored) return;
  const page = new Uint8Array(SCAN_BYTES);
  page.set(utf8(`%PDF-1.7 ${randomUUID()}`));
  const sha256 = await sha256Hex(page);
  await keepScan(stored, { sha256, mediaType: 'application/pdf', storedAt: await real.counter().businessNow() }, page);
  const papers = receiveCommand('ky-bac', birth).papers.map((paper, index) => (index === 0 ? { ...paper, scans: [sha256] } : paper));
  await print(book, real, RECEPTIONS, reception(real, { papers }));
});
export const CERTIFICATIONS = '/api/desk/certifications';
export const certification = (real: Real, lines: number, more: object = {}) => certifyCommand('ky-bac', copies, {
  lines: Array.from({ length: lines }, (_line, index) => ({ paperName: `Giấy số ${index + 1}`, pages: index + 2, copies: 2 })), confirmation: confirmation(real), ...more,
} as never);
export const certify = (lines: number) => step(`certify ${lines}`, (book, real) => print(book, real, CERTIFICATIONS, certification(real, lines)));
/** First to the act's own route, where the line breaks before or after the server took it; then here, under the same key. */
export const unsettled = (isTaken: boolean) => step(`unsettled, ${isTaken ? 'taken' : 'not taken'}`, async (book, real) => {
  const commandId = randomUUID();
  const body = reception(real);
  real.line.faults = [isTaken ? 'answer-lost' : 'request-lost'];
  await real.counter().parts.transport({ method: 'POST', path: RECEPTIONS, json: body, headers: { 'idempotency-key': commandId } });
  await print(book, real, RECEPTIONS, body, { commandId, afterUnsettled: true });
});
export const again = (index: number) => step(`again ${index}`, async (book, real) => {
  const before = book.printed[index % book.printed.length];
  // a machine that was given back knows nothing of it
  if (!before || book.broughtIn.has(before.commandId)) return;
  const said = must(await real.counter().act({ path: before.path, body: before.body, key: before.commandId }), book) as Said | undefined;
  if (said && said.code !== before.code) throw new Error(`${before.code} became ${said.code}`);
}, (book) => book.printed.length > 0);
export const forward = (index: number) => step(`forward ${index}`, async (book, real) => {
  const dossier = pick(book, index, 'received');
  if (!dossier) return;
  const [commandId, wasUnsure] = [randomUUID(), dossier.unsure];
  const said = must(await real.counter().act({
    path: '/api/desk/hand-overs', key: commandId,
    body: { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: dossier.dossierId, revision: dossier.revision, paperCount: 1 }] },
  }), book, { unsure: wasUnsure });
  if (!said) return;
  Object.assign(dossier, { state: 'handed-over', revision: dossier.revision + 1, unsure: dossier.unsure || book.doubtful });
  book.moved.push({ commandId, dossierIds: [dossier.dossierId], doubtful: book.doubtful || dossier.doubtful || wasUnsure });
}, (book) => pick(book, index, 'received') !== undefined);
const MOST_PACKED = 3;
/** As the screen fills it: of each dossier what lies here of its paper. */
const lineOf = async (real: Real, { dossierId, revision }: Printed): Promise<object> => {
  const stored = real.counter().stored();
  const view = stored && await findDossier(stored, dossierId);
  return { dossierId, revision, paperCount: view ? packableHere(view).pieces : 1 };
};
/** Under one label: each has gone with the bag, or none. */
export const packAndHandOver = async (book: Book, real: Real, packed: readonly Printed[]): Promise<Moved | undefined> => {
  const [commandId, wasUnsure, wasDoubtful] = [randomUUID(), packed.some(({ unsure }) => unsure), packed.some(({ doubtful }) => doubtful)];
  const said = must(await real.counter().act({
    path: BAGS, key: commandId,
    body: {
      bagId: randomUUID(), handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', sealNumber: 'NP 1', openedAt: await real.counter().businessNow(),
      dossiers: await Promise.all(packed.map((one) => lineOf(real, one))),
    },
  }), book, { unsure: wasUnsure }) as { readonly label: string } | undefined;
  if (!said) return undefined;
  const unsure = wasUnsure || book.doubtful;
  for (const dossier of packed) Object.assign(dossier, { state: 'handed-over', revision: dossier.revision + 1, unsure });
  const bag: Moved = { commandId, dossierIds: packed.map(({ dossierId }) => dossierId), doubtful: book.doubtful || wasDoubtful || wasUnsure, number: said.label };
  book.moved.push(bag);
  return bag;
};
/** The last that wait here. */
export const toPack = (book: Readonly<Book>): readonly Printed[] => book.printed.filter(({ state }) => state === 'received').slice(-MOST_PACKED);
export const handOverBag = step('hand over a bag', async (book, real) => { await packAndHandOver(book, real, toPack(book)); }, (book) => toPack(book).length > 0);
/** An act on one dossier of this counter, after which it stands as `after` says. */
export const moveOn = async (book: Book, real: Real, dossier: Printed, path: string, body: object, after: (said: Said) => Partial<Printed>): Promise<void> => {
  const [commandId, wasUnsure] = [randomUUID(), dossier.unsure];
  const may = { unsure: wasUnsure, isOld: await isOld(real, dossier.dossierId) };
  const said = must(await real.counter().act({
    path: `/api/desk/dossiers/${dossier.dossierId}/${path}`, key: commandId, body: { deskId: 'ky-bac', revision: dossier.revision, confirmation: confirmation(real), ...body },
  }), book, may) as Said | undefined;
  if (!said) return;
  Object.assign(dossier, { revision: said.revision, unsure: wasUnsure || book.doubtful, ...after(said) });
  book.moved.push({ commandId, dossierIds: [dossier.dossierId], doubtful: book.doubtful || dossier.doubtful || wasUnsure });
};
export const cancel = (index: number) => step(`cancel ${index}`, async (book, real) => {
  const dossier = pick(book, index, 'received');
  if (dossier) await moveOn(book, real, dossier, 'cancel-entry', { reason: 'Nhập nhầm' }, () => ({ state: 'cancelled' }));
}, (book) => pick(book, index, 'received') !== undefined);
export const correct = (index: number, copiesAsked: number) => step(`correct ${index}`, async (book, real) => {
  const dossier = pick(book, index, index % 2 === 0 ? 'received' : 'handed-over');
  const caseId = extract.cases[0]?.caseId ?? '';
  if (dossier?.path !== '/api/desk/dossiers') return;
  await moveOn(book, real, dossier, 'supersede-receipt', {
    reason: 'Ghi nhầm thủ tục', procedureCode: extract.code, procedureVersion: extract.version, caseId, parties: { applicant: farmer },
    answers: answersTo(extract.eForm), papers: papersFor(extract, caseId), fees: [{ feeId: 'copy', quantity: copiesAsked, collected: true }],
  }, ({ totalFee }) => ({ fee: totalFee, isCorrected: true }));
});
export const withdraw = (index: number) => step(`withdraw ${index}`, async (book, real) => {
  const dossier = pick(book, index, 'received');
  if (dossier) await moveOn(book, real, dossier, 'withdraw', { ...WITHDRAWAL, papersBack: TAKEN_BACK }, () => ({ state: 'withdrawn' }));
}, (book) => pick(book, index, 'received') !== undefined);
/** Once, while the machine knows it: what came from the agency before the line was cut. */
const once = (name: string, path: (real: Real) => string, body: (real: Real) => object, dossierOf: (real: Real) => string) => step(name, async (book, real) => {
  const [commandId, dossierId] = [randomUUID(), dossierOf(real)];
  const may = { isOld: await isOld(real, dossierId) };
  const outcome = await real.counter().act({ path: path(real), key: commandId, body: { deskId: 'ky-bac', confirmation: confirmation(real), ...body(real) } });
  // it was done before, or what comes before it was not
  if (!outcome.ok && ['changed-meanwhile', 'act-not-possible', 'not-on-record'].includes(outcome.refusal.code)) return;
  const wasDoubtful = book.moved.some((one) => one.dossierIds.includes(dossierId) && one.doubtful);
  if (must(outcome, book, may)) book.moved.push({ commandId, dossierIds: [dossierId], doubtful: book.doubtful || wasDoubtful });
});
export const bring = once('bring what was asked for', ({ left }) => `/api/desk/dossiers/${left.asked}/receive-supplement`,
  () => ({ revision: 2, papers: [{ itemId: 'khac', name: 'Giấy thử', form: 'original', count: 1 }] }), ({ left }) => left.asked);
export const count = once('count the bag', ({ left }) => `/api/desk/incoming/${left.bag}/accept`, ({ left }) => ({ received: [left.incoming] }), ({ left }) => left.incoming);
/** To the applicant, out of the bag that was counted here. */
export const handOut = once('hand out the outcome', ({ left }) => `/api/desk/dossiers/${left.incoming}/return-outcome`, () => ({
  revision: 3, receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, recalledPapers: [], originalsReturned: true,
}), ({ left }) => left.incoming);

export const countPapers = once('count the papers that came back', ({ left }) => `/api/desk/dossiers/${left.ended}/accept-papers`, () => ({ revision: 2, papers: COUNTED }), ({ left }) => left.ended);
export const givePapers = once('give the papers back', ({ left }) => `/api/desk/dossiers/${left.ended}/give-back-papers`, () => ({ revision: 3, papersBack: TAKEN_BACK }), ({ left }) => left.ended);

/** A paper that no dossier bears: nothing of it stands here but the number. */
export type Slip = { readonly path: string; readonly recordId: 'guidanceId' | 'refusalId'; readonly more: (real: Real) => object };
export const GUIDANCE: Slip = { path: '/api/desk/guidance', recordId: 'guidanceId', more: () => ({ caseId: birth.cases[0]?.caseId, brought: [], missing: [], reason: 'Thiếu giấy tờ' }) };
export const REFUSAL: Slip = {
  path: '/api/desk/refusals', recordId: 'refusalId', more: (real) => ({ reason: 'Không đúng thẩm quyền', ground: 'Điều 17 Nghị định 61/2018/NĐ-CP', confirmation: confirmation(real) }),
};
export const slipBody = ({ recordId, more }: Slip, real: Real): object => ({
  [recordId]: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Lê Thị Thử', ...more(real),
});
export const giveSlip = async (book: Book, real: Real, { path }: Slip, body: object): Promise<Moved | undefined> => {
  const commandId = randomUUID();
  const said = must(await real.counter().act({ path, key: commandId, body }), book) as { readonly number: string } | undefined;
  if (!said) return undefined;
  const given: Moved = { commandId, dossierIds: [], doubtful: book.doubtful, number: said.number };
  book.moved.push(given);
  return given;
};
const give = (name: string, slip: Slip) => step(name, async (book, real) => { await giveSlip(book, real, slip, slipBody(slip, real)); });
export const guide = give('ask for what is missing', GUIDANCE);
export const refuseToReceive = give('refuse reception', REFUSAL);
