// What befalls a counter in a day without a line: the line, the tab, the server, the clock, the numbers, the machine.
import { type Book, type Fault, type Real, type Step, acts, dossiersOf, sendNow, step } from './counter-model.ts';

/** Over a line that loses, doubles and delays as told. */
const over = (name: string, faults: readonly (Fault | undefined)[], run: (book: Book, real: Real) => Promise<void>): Step =>
  step(`${name} [${faults.map((fault) => fault ?? 'through').join(' ')}]`, async (book, real) => {
    real.line.faults = [...faults];
    await run(book, real);
    real.line.faults = [];
  });
export const sync = (faults: readonly (Fault | undefined)[]) => over('sync', faults, (_book, real) => sendNow(real));
export const line = (isUp: boolean) => step(isUp ? 'line back' : 'line cut', async (_book, real) => { real.line.isUp = isUp; });
export const killTab = step('kill tab', (_book, real) => real.killTab());
export const upgrade = step('upgrade', (_book, real) => real.upgrade());
export const killServer = step('kill server', (_book, real) => real.killServer());
export const jump = (minutes: number) => step(`clock ${minutes} min`, async (_book, real) => { real.jump(minutes * 60_000); });
export const setRight = step('clock put right', async (_book, real) => {
  real.setRight();
  await sendNow(real);
});
export const runOut = step('numbers run out', async (_book, real) => {
  for (const lease of await real.counter().db.leases.toArray()) await real.counter().db.leases.update(lease.leaseId, { next: lease.to + 1 });
});
/** What was printed before and is not known to have arrived is kept for a person as well. */
const noteRevoked = async (book: Book, real: Real): Promise<void> => {
  Object.assign(book, { doubtful: true, revoked: true });
  const arrived = new Set((await real.counter().db.outbox.where('state').equals('done').toArray()).map((row) => row.commandId));
  const waiting = acts(book).filter(({ commandId }) => !arrived.has(commandId) && !book.broughtIn.has(commandId));
  for (const one of waiting) one.doubtful = true;
  const unsure = new Set(waiting.flatMap(dossiersOf));
  for (const one of book.printed) if (unsure.has(one.dossierId)) one.unsure = true;
};
export const revoke = step('revoked', async (book, real) => {
  await noteRevoked(book, real);
  await real.revoke();
}, (book) => !book.revoked);
/** Nothing of it waits then: it forgets all it did, and goes on as another machine. Where the answer was lost it is revoked and does not know it. */
export const giveBack = (faults: readonly (Fault | undefined)[]) => over('give the machine back', faults, async (book, real) => {
  if (await real.giveBack()) {
    for (const { commandId } of acts(book)) book.broughtIn.add(commandId);
    book.revoked = false;
  } else if (!book.revoked && await real.isRevokedThere()) await noteRevoked(book, real);
});
