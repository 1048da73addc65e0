// Hand-over records of the sample: one for each bag, with a line for each dossier in it.
import type { ThingId } from '#core/custody/thing.ts';
import { paperCountOf } from '#core/dossier/check-papers.ts';
import { type Moment, type PlainDate, momentToEpoch } from '#core/kernel/moment.ts';
import type { BagLabel } from '#core/numbering/bag-label.ts';
import type { TransitWindow } from '#core/transit/transit-window.ts';
import type { HandOverLine, HandOverRecordPayload } from '#documents/hand-over-record/payload.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { deskHead } from '#documents/slips/slip-parts.ts';
import { timedUuidOf } from '../identifiers.ts';
import type { Books } from './books.ts';
import type { DossierFile } from './dossier-file.ts';
import { type ReceivedVisit, bagOf } from './plan.ts';
import { agencyHead, issuePaper, ownerNameOf, takePaperNumber } from './sample-papers.ts';
import type { Worker } from './staffing.ts';
import { transitWindows } from './windows.ts';

type Direction = 'to-agency' | 'to-desk';
export type SealedBag = { readonly bagId: ThingId; readonly label: BagLabel; readonly sealNumber: string; readonly openedAt: Moment; readonly closedAt: Moment };
type Bag = {
  readonly id: string; readonly number: string; readonly count: number; readonly direction: Direction; readonly visit: ReceivedVisit;
  readonly sentAt: Moment; readonly sentBy: Worker; readonly lines: HandOverLine[]; readonly ids: { readonly dossierId: string; readonly paperCount: number; readonly transit: TransitWindow | undefined }[];
  readonly sealed: SealedBag | undefined; lost?: { readonly at: Moment; readonly by: Worker };
  received?: { readonly at: Moment; readonly by: Worker };
};
export type Bags = {
  readonly put: (direction: Direction, file: DossierFile, visit: ReceivedVisit, sentAt: Moment, by: Worker, sealed?: SealedBag) => { readonly id: string; readonly number: string };
  readonly count: (direction: Direction, visit: ReceivedVisit, sentAt: Moment, at: Moment, by: Worker) => { readonly id: string; readonly number: string };
  /** Of a sealed bag on its way to the agency. */
  readonly lose: (visit: ReceivedVisit, sentAt: Moment, at: Moment, by: Worker) => { readonly id: string; readonly sealed: SealedBag; readonly transitDue: PlainDate | undefined };
  readonly close: () => void;
};

const dueOf = ({ ids }: Bag): PlainDate | undefined => ids.flatMap(({ transit }) => transit?.endsOn ?? []).toSorted()[0];

const lineOf = (direction: Direction, file: DossierFile, visit: ReceivedVisit): HandOverLine => {
  const formCount = (form: string): number => visit.received.assessed.papers.filter((paper) => paper.form === form && !paper.shownOnly).reduce((sum, paper) => sum + paper.count, 0);
  const back = direction === 'to-desk';
  return {
    code: file.code, ownerName: ownerNameOf(visit), procedureName: visit.procedure.name,
    original: back ? 1 : formCount('original'), certifiedCopy: back ? 0 : formCount('certified-copy'), plainCopy: back ? 0 : formCount('plain-copy'),
    ...(visit.command.posting === undefined ? {} : { postingNumber: visit.command.posting.itemNumber }),
    ...(back && file.outcome ? { outcome: `${file.outcome.name} số ${file.outcome.number}` } : {}),
    ...(file.due === undefined ? {} : { dueAt: file.due.due }),
  };
};

const recordPaper = (bag: Bag): HandOverRecordPayload => {
  const { place } = bag.visit.stage;
  const agency = unitOf(place, bag.visit.transfer.agencyUnitId);
  const desk = { unitName: place.desk.name, address: place.desk.address };
  const office = { unitName: agency.name, ...(agency.address === undefined ? {} : { address: agency.address }) };
  const giver = { personName: bag.sentBy.name, personTitle: bag.sentBy.title };
  return {
    kind: 'hand-over-record', version: 'v2016', direction: bag.direction, issuedAt: bag.sentAt, sentAt: bag.sentAt,
    head: bag.direction === 'to-agency' ? deskHead(place) : agencyHead(bag.visit), number: String(bag.count).padStart(2, '0'),
    giver: bag.direction === 'to-agency' ? { ...desk, ...giver } : { ...office, ...giver },
    taker: bag.direction === 'to-agency' ? office : desk,
    lines: bag.lines,
  };
};

export const openBags = (books: Books): Bags => {
  const bags = new Map<string, Bag>();
  const windowOf = transitWindows();
  const keyOf = (direction: Direction, visit: ReceivedVisit, sentAt: Moment): string => `${bagOf(direction, visit)} ${sentAt}`;
  return {
    put: (direction, file, visit, sentAt, by, sealed) => {
      const key = keyOf(direction, visit, sentAt);
      let bag = bags.get(key);
      if (bag === undefined) {
        const unitId = direction === 'to-agency' ? visit.stage.place.desk.receivingUnitId : visit.transfer.agencyUnitId;
        const { count, number } = takePaperNumber(books, 'hand-over-record', unitId, sentAt);
        bag = { id: timedUuidOf(momentToEpoch(sentAt), `${books.world}/bag/${key}`), number, count, direction, visit, sentAt, sentBy: by, lines: [], ids: [], sealed };
        bags.set(key, bag);
      }
      bag.lines.push(lineOf(direction, file, visit));
      bag.ids.push({ dossierId: visit.dossierId, paperCount: direction === 'to-desk' ? 1 : paperCountOf(visit.received.assessed.papers), transit: windowOf(direction, visit, sentAt) });
      return bag;
    },
    count: (direction, visit, sentAt, at, by) => {
      const bag = bags.get(keyOf(direction, visit, sentAt));
      if (bag === undefined) throw new Error('a bag is counted that was never sent');
      if (bag.received !== undefined && bag.received.by.accountId !== by.accountId) throw new Error(`two people count the bag ${bag.number}`);
      bag.received = { at, by };
      return bag;
    },
    lose: (visit, sentAt, at, by) => {
      const bag = bags.get(keyOf('to-agency', visit, sentAt));
      if (bag?.sealed === undefined) throw new Error('a bag is lost that was never sealed');
      bag.lost = { at, by };
      return { id: bag.id, sealed: bag.sealed, transitDue: dueOf(bag) };
    },
    close: () => {
      for (const bag of bags.values()) {
        const { place } = bag.visit.stage;
        books.add('hand_over', {
          hand_over_id: bag.id, direction: bag.direction, desk_id: place.desk.deskId, agency_unit_id: bag.visit.transfer.agencyUnitId, record_number: bag.number,
          sent_at: bag.sentAt, sent_by: bag.sentBy.accountId, sent_by_name: bag.sentBy.name,
          received_at: bag.received?.at ?? null, received_by: bag.received?.by.accountId ?? null, received_by_name: bag.received?.by.name ?? null, transit_due: dueOf(bag) ?? null,
        });
        for (const line of bag.ids) {
          books.add('hand_over_line', { hand_over_id: bag.id, dossier_id: line.dossierId, paper_count: line.paperCount, result: bag.received === undefined ? null : 'received', note: null, transit: line.transit ?? null });
        }
        if (bag.sealed) {
          books.add('bag', {
            bag_id: bag.sealed.bagId, label: bag.sealed.label, direction: bag.direction, desk_id: place.desk.deskId, agency_unit_id: bag.visit.transfer.agencyUnitId, opened_at: bag.sealed.openedAt,
            opened_by: bag.sentBy.accountId, opened_by_name: bag.sentBy.name, closed_at: bag.sealed.closedAt, closed_by_name: bag.sentBy.name, seal_number: bag.sealed.sealNumber, hand_over_id: bag.id,
            lost_at: bag.lost?.at ?? null, lost_by_name: bag.lost?.by.name ?? null,
          });
        }
        issuePaper(books, bag.id, bag.sentAt, bag.sentBy, { paperId: bag.id, deskId: place.desk.deskId, number: bag.number, payload: recordPaper(bag) });
      }
    },
  };
};
