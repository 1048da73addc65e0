// How the last hand-over stands against the post's own window: a line of its own, because the due date is the agency's.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { TransitDue } from '../design/transit-due.tsx';

export const DossierTransit = ({ view: { handOvers, now } }: { readonly view: DossierView }) => {
  const last = handOvers.at(-1);
  if (!last?.transit || last.result === 'rejected') return null;
  return (
    <section className="transit-line" aria-label="Thời gian chuyển">
      <TransitDue endsOn={last.transit.endsOn} receivedAt={last.receivedAt} now={now} />
      <span className="faint">{last.fromName} → {last.toName} · tính riêng với thời hạn giải quyết</span>
      <details className="due-why">
        <summary>Hạn chuyển tính thế nào?</summary>
        <ol>{last.transit.explanation.map((line) => <li key={line.text}>{line.text}{line.law && <> <small>({line.law})</small></>}</li>)}</ol>
      </details>
    </section>
  );
};
