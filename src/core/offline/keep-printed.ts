// The paper in the citizen's hand is the act: the due moment printed without a line holds, although the server would
// have said another. Its own reckoning stays, so that whoever looks sees both.
import type { Due } from '../deadline/due.ts';
import type { ClockReading } from '../deadline/clock-reading.ts';
import type { ReceptionAssessed } from '../dossier/assess-reception.ts';
import type { CopiesCertified } from '../dossier/certify-copies.ts';
import type { SupplementReceived } from '../dossier/receive-supplement.ts';
import { formatMoment } from '../kernel/format.ts';
import type { Moment } from '../kernel/moment.ts';

const withPrinted = <D extends Due>(due: D, printed: Moment): D => ({
  ...due, due: printed,
  explanation: [...due.explanation, {
    rule: 'moved', from: due.due, to: printed, text: `Giữ thời gian trả kết quả đã in cho người nộp khi mất mạng: ${formatMoment(printed)}.`,
  }],
});

const holds = (due: Due | undefined, printed: Moment | undefined): boolean => due === undefined || printed === undefined || due.due === printed;

/** Of a reception, and of the receipt that corrects one. */
export const receivedAsPrinted = <R extends { readonly assessed: ReceptionAssessed }>(received: R, printed: Moment | undefined): R => {
  const { due, clock } = received.assessed;
  if (holds(due, printed) || due === undefined || printed === undefined) return received;
  const reading: ClockReading | undefined = clock.reading && withPrinted(clock.reading, printed);
  return { ...received, assessed: { ...received.assessed, due: reading ?? withPrinted(due, printed), clock: { ...clock, reading } } };
};

export const certifiedAsPrinted = (done: CopiesCertified, printed: Moment | undefined): CopiesCertified =>
  (holds(done.due, printed) || done.due === undefined || printed === undefined ? done : { ...done, due: withPrinted(done.due, printed) });

/** What was told when the missing papers were brought is what the citizen comes for. */
export const suppliedAsPrinted = (received: SupplementReceived, printed: Moment | undefined): SupplementReceived => {
  const reading = received.clock?.reading;
  if (holds(received.due, printed) || printed === undefined || !received.clock || !reading) return received;
  const kept = withPrinted(reading, printed);
  return { ...received, clock: { ...received.clock, reading: kept }, due: kept };
};
