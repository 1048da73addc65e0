// What another machine did meanwhile, so that the law refuses what this one printed when it comes in; and the clerk who puts
// it right at the counter: under the numbers that were printed, as another act.
import { randomUUID } from 'node:crypto';
import { findDossier } from '#staff/offline/store.ts';
import type { Sent } from '#staff/offline/transport.ts';
import { parkedAct } from '#staff/alone/parked-act.ts';
import { bagAgain, sealedLines } from '#staff/alone/sealed-bag.ts';
import { renamed } from './acts-at-counter.ts';
import { BAGS, CERTIFICATIONS, GUIDANCE, RECEPTIONS, REFUSAL, type Slip, certification, giveSlip, moveOn, packAndHandOver, reception, slipBody, toPack } from './counter-acts.ts';
import { type Book, type Moved, type Printed, type Real, type Said, confirmation, must, pick, print, step } from './counter-model.ts';

const MOST_TRIES = 20;

/** Done at another machine of the desk; a server that is killed over it is asked again. */
const doneElsewhere = async (real: Real, path: string, json: object): Promise<void> => {
  const sent: Sent = { method: 'POST', path, json, headers: { 'idempotency-key': randomUUID() } };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const reply = await real.elsewhere(sent);
    if (reply && reply.status < 300) return;
    if (reply) throw new Error(`elsewhere ${path} answered ${reply.status} ${JSON.stringify(reply.body)}`);
  }
  throw new Error(`elsewhere ${path} was not answered`);
};

const sheet = () => ({ receivedAt: '2019-11-18T07:05:00+07:00', bookletNumber: `Q${randomUUID().slice(0, 8)}`, reason: 'Mất điện' });
/** The same sheet of the booklet is entered at another machine first. */
const sheetTwice = (name: string, path: string, body: (real: Real, lateEntry: object) => object) => step(name, async (book, real) => {
  const lateEntry = sheet();
  await doneElsewhere(real, RECEPTIONS, reception(real, { lateEntry }));
  await print(book, real, path, body(real, lateEntry), { state: 'refused' });
});
export const receiveRefused = sheetTwice('receive what another machine has entered', RECEPTIONS, (real, lateEntry) => reception(real, { lateEntry }));
export const certifyRefused = sheetTwice('certify what another machine has entered', CERTIFICATIONS, (real, lateEntry) => certification(real, 2, { lateEntry }));

/** Another machine has made a record of this id. */
const slipTwice = (name: string, slip: Slip, changed: object) => step(name, async (book, real) => {
  const body = slipBody(slip, real);
  await doneElsewhere(real, slip.path, body);
  const given = await giveSlip(book, real, slip, body);
  if (given) given.parked = { kind: 'slip', path: slip.path, body, changed: () => ({ [slip.recordId]: randomUUID(), ...changed }) };
});
export const guideRefused = slipTwice('ask for what is missing, refused', GUIDANCE, { reason: 'Thiếu giấy tờ; đã dặn lại' });
export const refuseRefused = slipTwice('refuse reception, refused', REFUSAL, {});

const hasArrived = async (book: Book, real: Real, { commandId }: Printed): Promise<boolean> =>
  book.broughtIn.has(commandId) || (await real.counter().db.outbox.where('commandId').equals(commandId).first())?.state === 'done';
/** Sealed and gone; then a colleague corrects the receipt of a dossier that lies in it. */
export const handOverRefusedBag = step('hand over a bag of which one is changed meanwhile', async (book, real) => {
  if (book.doubtful) return;
  const packed = toPack(book).filter(({ unsure, doubtful }) => !unsure && !doubtful);
  let changed: Printed | undefined;
  for (const one of packed) if (one.path === RECEPTIONS && !one.isCorrected && await hasArrived(book, real, one)) changed = one;
  if (!changed) return;
  const { dossierId, revision } = changed;
  const bag = await packAndHandOver(book, real, packed);
  if (!bag) return;
  await doneElsewhere(real, `/api/desk/dossiers/${dossierId}/supersede-receipt`, { ...renamed('Nguyễn Văn Khác'), revision, confirmation: confirmation(real) });
  for (const one of packed) one.state = 'in-refused-bag';
  bag.parked = { kind: 'bag' };
}, (book) => toPack(book).length > 0);

/** Under the same code, as another act; what was not refused yet waits for it. */
const putDossierRight = async (book: Book, real: Real, dossier: Printed): Promise<void> => {
  const [commandId, body] = [randomUUID(), { ...dossier.body, lateEntry: sheet() }];
  const outcome = await real.counter().act({ path: dossier.path, body, key: commandId, corrects: dossier.commandId });
  if (!outcome.ok && outcome.refusal.code === 'not-parked') return;
  const said = must(outcome, book) as Said | undefined;
  if (!said) return;
  if (said.code !== dossier.code) throw new Error(`${dossier.code} became ${said.code}`);
  const doubtful = dossier.doubtful || book.doubtful;
  const next = book.moved.find((one) => one.dossierIds.includes(dossier.dossierId));
  // what was built on the first goes in by itself after this
  Object.assign(dossier, { commandId, body, revision: said.revision + (next ? 1 : 0), state: next ? 'cancelled' : said.state, doubtful, unsure: doubtful || next?.doubtful === true });
  if (next) next.doubtful ||= doubtful;
};

/** Undefined: it was not refused yet, or the dossiers still stand here as it left them. */
const sealedAgain = async (real: Real, { commandId }: Moved): Promise<object | undefined> => {
  const stored = real.counter().stored();
  const parked = stored && await parkedAct(stored, commandId);
  if (!stored || parked?.before.act !== 'hand-over-filled-bag') return undefined;
  const { body } = parked.before;
  const views = await Promise.all(body.dossiers.map(({ dossierId }) => findDossier(stored, dossierId)));
  return bagAgain(body, sealedLines(body, views.flatMap((view) => view ?? [])));
};
/** As the page on which it is put right would send it. */
const againOf = async (real: Real, moved: Moved): Promise<{ readonly path: string; readonly body: object } | undefined> => {
  if (moved.parked?.kind === 'slip') return { path: moved.parked.path, body: { ...moved.parked.body, ...moved.parked.changed() } };
  const body = await sealedAgain(real, moved);
  return body && { path: BAGS, body };
};
const putActRight = async (book: Book, real: Real, moved: Moved): Promise<void> => {
  const again = await againOf(real, moved);
  if (!again) return;
  const commandId = randomUUID();
  const outcome = await real.counter().act({ ...again, key: commandId, corrects: moved.commandId });
  if (!outcome.ok && ['not-parked', 'not-at-hand'].includes(outcome.refusal.code)) return;
  const said = must(outcome, book) as { readonly number?: string; readonly label?: string } | undefined;
  if (!said) return;
  const number = said.label ?? said.number;
  if (number !== moved.number) throw new Error(`${moved.number} became ${number}`);
  Object.assign(moved, { commandId, doubtful: book.doubtful, parked: undefined });
  for (const dossier of book.printed.filter(({ dossierId }) => moved.dossierIds.includes(dossierId))) {
    const line = ('dossiers' in again.body ? again.body.dossiers as readonly { readonly dossierId: string; readonly revision: number }[] : []).find(({ dossierId }) => dossierId === dossier.dossierId);
    Object.assign(dossier, { state: 'handed-over', revision: (line?.revision ?? 0) + 1, unsure: book.doubtful });
  }
};

/** What could not be believed is for the office alone. */
const refusedOf = (book: Readonly<Book>): readonly Moved[] => book.moved.filter(({ parked, doubtful }) => parked !== undefined && !doubtful);
export const waitsForClerk = (book: Readonly<Book>): boolean => book.printed.some(({ state, doubtful }) => state === 'refused' && !doubtful) || refusedOf(book).length > 0;
export const putAllRight = async (book: Book, real: Real): Promise<void> => {
  for (const dossier of book.printed) if (dossier.state === 'refused') await putDossierRight(book, real, dossier);
  for (const moved of refusedOf(book)) await putActRight(book, real, moved);
};
/** Nobody knows yet that the law refuses the reception, or nobody has put it right: this waits for it. */
export const cancelRefused = (index: number) => step(`cancel what is refused ${index}`, async (book, real) => {
  const dossier = pick(book, index, 'refused');
  if (dossier?.path !== RECEPTIONS || book.moved.some((one) => one.dossierIds.includes(dossier.dossierId))) return;
  await moveOn(book, real, dossier, 'cancel-entry', { reason: 'Nhập nhầm' }, () => ({ revision: 1 }));
}, (book) => pick(book, index, 'refused') !== undefined);
export const putOneRight = (index: number) => step(`put right ${index}`, async (book, real) => {
  const dossier = pick(book, index, 'refused');
  if (dossier) await putDossierRight(book, real, dossier);
}, (book) => pick(book, index, 'refused') !== undefined);
export const putActsRight = step('put right what no dossier bears, and bags', async (book, real) => {
  for (const moved of refusedOf(book)) await putActRight(book, real, moved);
}, (book) => refusedOf(book).length > 0);
