// What befalls a counter in a day without a line: the line, the tab, the server, the clock, the numbers, the machine.
import { type Fault, sendNow, step } from './counter-model.ts';

export const sync = (faults: readonly (Fault | undefined)[]) => step(`sync [${faults.map((fault) => fault ?? 'through').join(' ')}]`, async (_book, real) => {
  real.line.faults = [...faults];
  await sendNow(real);
  real.line.faults = [];
});
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
export const revoke = step('revoked', async (book, real) => {
  Object.assign(book, { doubtful: true, revoked: true });
  // what was printed before and is not known to have arrived is kept for a person as well
  const arrived = new Set((await real.counter().db.outbox.where('state').equals('done').toArray()).map((row) => row.commandId));
  const waiting = [...book.printed, ...book.moved].filter((one) => !arrived.has(one.commandId));
  for (const one of waiting) Object.assign(one, { doubtful: true });
  const unsure = new Set(waiting.flatMap((one) => ('dossierIds' in one ? one.dossierIds : [one.dossierId])));
  for (const one of book.printed) if (unsure.has(one.dossierId)) one.unsure = true;
  await real.revoke();
}, (book) => !book.revoked);

