// A dossier received at this counter, in the view in which the server would show it; the server's own takes its place
// as soon as it has the dossier.
import type { ClockStanding } from '#core/dossier/clock-words.ts';
import type { DeskHands, FeeLine, PaperReceived } from '#core/dossier/dossier.ts';
import type { KeptClock } from '#core/dossier/kept-clock.ts';
import { ACT_LABELS, type DossierAct } from '#core/dossier/life.ts';
import { type DossierState, STATE_LABELS } from '#core/dossier/state.ts';
import { RECEIPT_PAPERS, type ReceiptInForce } from '#core/dossier/supersede-receipt.ts';
import { totalOf } from '#core/fees/fee-line.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { ProcedureCase, ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { paperTitleOf } from '#documents/kit/paper-titles.ts';
import { type SlipPlace, unitOf } from '#documents/slips/desk-place.ts';
import { statusOf } from '#wire/answers/status.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Effect } from './queue-act.ts';

type Paper = NonNullable<Effect['paper']>;

export type NewDossier = Pick<
  DossierView,
  | 'dossierId' | 'code' | 'codeIsProvisional' | 'state' | 'revision' | 'now' | 'channel' | 'regime' | 'parties' | 'answers' | 'setCount' | 'returnWish'
  | 'receivedAt' | 'batchId' | 'lateEntry' | 'signing' | 'procedure'
> & {
  readonly place: SlipPlace;
  readonly procedure: ProcedureVersion;
  readonly procedureCase: ProcedureCase;
  readonly transfer: TransferEntry;
  readonly hands: DeskHands;
  readonly papers: readonly PaperReceived[];
  readonly fees: readonly FeeLine[];
  readonly due?: ClockStanding;
  readonly clock?: KeptClock;
  readonly certifications?: DossierView['certifications'];
  readonly paper?: Paper;
  readonly act: DossierAct;
};

const journalLine = (act: DossierAct, at: Moment, hands: DeskHands, place: SlipPlace): DossierView['journal'][number] => ({
  at, act, what: ACT_LABELS[act], place: place.desk.name,
  accountName: hands.assistantName === undefined ? hands.receiverName : `${hands.receiverName} (hỗ trợ: ${hands.assistantName})`,
});

const issuedPaper = ({ paperId, number, payload, supersedesPaperId }: Paper, at: Moment): DossierView['issuedPapers'][number] => ({
  paperId, ...(supersedesPaperId === undefined ? {} : { supersedesPaperId }), kind: payload.kind, title: paperTitleOf(payload.kind, payload.version) ?? payload.kind, formVersion: payload.version,
  issuedAt: at, printCount: 0, ...(number === undefined ? {} : { number }),
});

const textIn = (payload: Paper['payload'], name: string): string | undefined => (typeof payload[name] === 'string' ? payload[name] : undefined);
/** As the receipt that corrects it will name it; undefined of any other paper. */
const receiptOf = ({ paperId, number, payload }: Paper, issuedAt: Moment): ReceiptInForce | undefined => (!RECEIPT_PAPERS.some((kind) => kind === payload.kind) ? undefined : {
  paperId, number, issuedAt, itemNumber: textIn(payload, 'itemNumber'), sealNumber: textIn(payload, 'sealNumber'),
  postage: typeof payload['postage'] === 'number' ? payload['postage'] : undefined, largePrint: payload['largePrint'] === true ? true : undefined,
});

/** Papers laid down now, after those that lie in the dossier. */
export const paperLines = (papers: readonly PaperReceived[], roundNo: number, after: DossierView['papers'] = []): DossierView['papers'] => {
  const last = Math.max(0, ...after.map((line) => line.lineNo));
  return papers.map((line, index) => ({ ...line, lineNo: last + index + 1, roundNo }));
};

type Content = Pick<NewDossier, 'place' | 'procedure' | 'procedureCase' | 'transfer' | 'regime' | 'fees'>;
/** What a reception, and the receipt that corrects it, say of the dossier; `collectedAt`: of a fee taken at the counter. */
export const contentOf = ({ place, procedure, procedureCase, transfer, regime, fees }: Content, collectedAt: (feeId: string) => Moment) => ({
  procedure, caseId: procedureCase.caseId, caseName: procedureCase.name, mode: regime === 'public-post' ? 'postal-service' as const : transfer.mode,
  agencyUnitId: transfer.agencyUnitId, agencyName: unitOf(place, transfer.agencyUnitId).name,
  fees: fees.map((line, index) => ({
    ...line, lineNo: index + 1, payeeName: unitOf(place, line.payeeUnitId).name, ...(line.collected ? { collectedAt: collectedAt(line.feeId) } : {}),
  })),
  totalFee: totalOf(fees),
});

export const newView = ({ place, procedureCase, transfer, paper, act, papers, fees, certifications = [], clock, ...made }: NewDossier): DossierView => {
  const { desk } = place;
  const nameOf = (unitId: Parameters<typeof unitOf>[1]): string => unitOf(place, unitId).name;
  return {
    ...made, stateLabel: STATE_LABELS[made.state], status: statusOf(made.state), timeliness: made.due ? 'in-time' : 'no-due-date',
    deskId: desk.deskId, deskName: desk.name, deskAddress: desk.address, deskPhone: desk.phone,
    receivingUnitId: desk.receivingUnitId, receivingUnitName: nameOf(desk.receivingUnitId),
    ...(desk.postOfficeUnitId === desk.receivingUnitId ? {} : { helpedAtUnitName: nameOf(desk.postOfficeUnitId) }),
    ...contentOf({ ...made, place, procedureCase, transfer, fees }, () => made.receivedAt),
    papers: paperLines(papers, 0), clock: clock ?? null, certifications,
    ...(made.state === 'resolved-at-desk' ? { closedAt: made.receivedAt } : {}),
    steps: [], handOvers: [], supplementRequests: [], outcomes: [], apologies: [], extensions: [], notices: [], custody: [], allowedActs: [],
    issuedPapers: paper ? [issuedPaper(paper, made.now)] : [], receipt: paper && receiptOf(paper, made.now),
    journal: [journalLine(act, made.now, made.hands, place)],
  };
};

/** The next revision of a dossier, by an act done here. */
export type Moved = {
  readonly state: DossierState;
  readonly act: DossierAct;
  readonly hands: DeskHands;
  readonly now: Moment;
  readonly place: SlipPlace;
  readonly paper?: Paper;
  readonly more?: Partial<DossierView>;
};
export const movedView = (view: DossierView, { state, act, hands, now, place, paper, more }: Moved): DossierView => ({
  ...view, state, stateLabel: STATE_LABELS[state], status: statusOf(state), revision: view.revision + 1, now, ...more,
  issuedPapers: [...view.issuedPapers, ...(paper ? [issuedPaper(paper, now)] : [])], receipt: (paper && receiptOf(paper, now)) ?? view.receipt,
  journal: [...view.journal, journalLine(act, now, hands, place)],
});
