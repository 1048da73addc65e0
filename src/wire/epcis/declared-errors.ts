// What the ledger corrects by a further event is declared here to be in error: the event once more as it was written, with
// the reason and the event that puts it right. What happened to a thing since the mistake rests on it and is declared too.
import type { RecordedEvent, Told } from './epcis-chain.ts';

export type Declared = Told & { readonly correction: RecordedEvent };

export const declareErrors = (told: readonly Told[]): readonly Declared[] =>
  [...Map.groupBy(told, ({ event }) => event.thingId).values()].flatMap((events) => {
    const declared = new Set<number>();
    return events.flatMap(({ event: correction, epcis: { eventID } }) => {
      const first = correction.correctsEventNo;
      if (first === undefined) return [];
      const wrong = events.filter(({ event: { eventNo } }) => eventNo >= first && eventNo < correction.eventNo && !declared.has(eventNo));
      return wrong.map(({ event, epcis }): Declared => {
        declared.add(event.eventNo);
        return {
          event, correction,
          epcis: {
            ...epcis, recordTime: correction.recordedAt,
            errorDeclaration: {
              declarationTime: correction.at, reason: correction.kind === 'found' ? 'incorrect_data' : 'did_not_occur', correctiveEventIDs: [eventID],
            },
          },
        };
      });
    });
  });
