// One dossier while the sample's past is written: the row it will be, and the rows that hang on it.
import type { ClockEvent } from '#core/deadline/clock-event.ts';
import type { Due } from '#core/deadline/due.ts';
import type { DeskHands, DossierCode } from '#core/dossier/dossier.ts';
import { type ClockMoved, type DossierClock, beginClock, clockAfter, clockAtEnd } from '#core/dossier/kept-clock.ts';
import { stepDue, workSteps } from '#core/dossier/office-work.ts';
import { searchKeysOf } from '#core/dossier/receive-dossier.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { InternalStep } from '#core/procedure/procedure.ts';
import { uuidOf } from '../identifiers.ts';
import type { Books } from './books.ts';
import { type Held, custodyOf, nothingHeld } from './custody.ts';
import { CALENDAR, SITE } from './clock.ts';
import type { Worker } from './staffing.ts';
import type { Visit } from './visit.ts';

type ReceivedVisit = Extract<Visit, { readonly kind: 'received' }>;

type StepRow = {
  readonly line_no: number; readonly step_no: number; readonly step: InternalStep; readonly unitId: string; readonly startedAt: Moment;
  by?: Worker; finishedAt?: Moment; result?: string; note?: string; proposal?: 'grant' | 'refuse'; reason?: string; ground?: string;
  prefix?: string; title?: string;
};

export type DossierFile = {
  readonly visit: Visit;
  code: DossierCode;
  state: DossierState;
  revision: number;
  due: Due | undefined;
  clock: ClockMoved | undefined;
  assignee: Worker | undefined;
  stepNo: number | undefined;
  closedAt: Moment | undefined;
  accepted: boolean;
  requests: number;
  refused: boolean;
  outcome: { readonly name: string; readonly number: string } | undefined;
  readonly steps: StepRow[];
  readonly held: Held;
};

export const openFile = (visit: Visit, code: DossierCode, state: DossierState, due: Due | undefined, closedAt?: Moment): DossierFile => ({
  visit, code, state, revision: 1, due, clock: undefined, assignee: undefined, stepNo: undefined, closedAt, accepted: false, requests: 0, refused: false, outcome: undefined, steps: [], held: nothingHeld(),
});

const clockOf = (file: DossierFile): DossierClock | undefined => file.clock && { kept: file.clock.clock, own: CALENDAR, inForce: CALENDAR };

const setClock = (file: DossierFile, moved: ClockMoved | undefined): void => {
  if (!moved) return;
  file.clock = moved;
  file.due = moved.reading ?? file.due;
};

/** Every act moves the dossier on by one revision, and ends its clock where the state is an end. */
export const move = (file: DossierFile, state: DossierState, at: Moment): void => {
  file.state = state;
  file.revision += 1;
  setClock(file, clockAtEnd(clockOf(file), state, at));
};

export const clockBegins = (file: DossierFile, at: Moment): void => {
  const clock = clockOf(file);
  setClock(file, clock && beginClock(clock, at));
};
export const clockMoves = (file: DossierFile, event: ClockEvent): void => setClock(file, clockAfter(clockOf(file), event));

export const stepsOf = (file: DossierFile): readonly InternalStep[] => workSteps(file.visit.procedure.steps);

export const startStep = (file: DossierFile, stepNo: number, at: Moment, assignee: Worker | undefined): void => {
  const step = stepsOf(file)[stepNo - 1];
  if (step === undefined || file.visit.kind !== 'received') return;
  const { agency, transfer } = file.visit;
  const inSection = step.role === 'agency-officer' || step.role === 'section-head';
  file.steps.push({ line_no: file.steps.length + 1, step_no: stepNo, step, unitId: (inSection ? agency.sectionUnitId : undefined) ?? transfer.agencyUnitId, startedAt: at, ...(assignee === undefined ? {} : { by: assignee }) });
  file.stepNo = stepNo;
  file.assignee = assignee;
};

export const finishStep = (file: DossierFile, at: Moment, by: Worker, result: string, more: Partial<StepRow> = {}): void => {
  const open = file.steps.findLast((row) => row.finishedAt === undefined);
  if (open !== undefined) Object.assign(open, { by, finishedAt: at, result, ...more });
};

export const paperRows = (books: Books, visit: ReceivedVisit): void => {
  for (const [index, paper] of visit.received.assessed.papers.entries()) {
    books.add('dossier_paper', {
      dossier_id: visit.dossierId, line_no: index + 1, round_no: 0, item_id: paper.itemId, name: paper.name, form: paper.form,
      count: paper.count, shown_only: paper.shownOnly, scans: paper.scans,
    });
  }
};

const stepRows = (books: Books, file: DossierFile): void => {
  for (const row of file.steps) {
    books.add('dossier_step', {
      dossier_id: file.visit.dossierId, line_no: row.line_no, step_id: row.step.stepId, name: row.step.name, role: row.step.role, unit_id: row.unitId,
      account_id: row.by?.accountId ?? null, account_name: row.by?.name ?? null, started_at: row.startedAt,
      due_at: stepDue(row.step, row.startedAt, { calendar: CALENDAR, siteId: SITE }, file.due?.due) ?? null,
      finished_at: row.finishedAt ?? null, result: row.result ?? null, note: row.note ?? null, step_no: row.step_no,
      signing_prefix: row.prefix ?? null, signing_title: row.title ?? null, proposal: row.proposal ?? null, proposal_reason: row.reason ?? null, proposal_ground: row.ground ?? null,
    });
  }
};

/** Nobody has received a filing yet: the portal stands in the place of the receiver. */
const portalHands = (world: string): DeskHands => ({ receiverId: uuidOf(`${world}/national-portal`) as DeskHands['receiverId'], receiverName: 'Cổng Dịch vụ công quốc gia' });

/** The dossier as it stands when the world begins. */
export const closeFile = (books: Books, file: DossierFile): void => {
  const { visit } = file;
  const { desk } = visit.stage.place;
  const received = visit.kind === 'received';
  const isFiling = file.state === 'filed-online' || file.state === 'refused-at-desk';
  const hands = received ? (isFiling ? portalHands(visit.stage.world.name) : visit.received.hands) : visit.certified.hands;
  const receivedAt = received && isFiling && visit.filed !== undefined ? visit.filed.at : visit.at;
  const { namesFolded, identityNumbers } = searchKeysOf(visit.parties);
  const step = file.stepNo === undefined ? undefined : stepsOf(file)[file.stepNo - 1];
  books.add('dossier', {
    dossier_id: visit.dossierId, code: file.code, code_is_provisional: received && !isFiling && visit.received.codeIsProvisional,
    procedure_code: visit.procedure.code, procedure_version: visit.procedure.version, procedure_name: visit.procedure.name,
    case_id: received ? visit.command.caseId : visit.procedure.cases[0]?.caseId, channel: received ? visit.command.channel : 'counter',
    regime: received ? visit.command.regime : 'one-stop',
    mode: received && visit.command.regime === 'public-post' ? 'postal-service' : visit.transfer.mode,
    desk_id: desk.deskId, receiving_unit_id: desk.receivingUnitId, helped_at_unit_id: desk.postOfficeUnitId, agency_unit_id: visit.transfer.agencyUnitId,
    parties: visit.parties, answers: received ? visit.command.answers : {}, return_wish: { kind: 'at-desk', deskId: desk.deskId },
    set_count: 1, batch_id: (received ? visit.command.batchId : undefined) ?? null,
    receiver_id: hands.receiverId, receiver_name: hands.receiverName, assistant_id: hands.assistantId ?? null, assistant_name: hands.assistantName ?? null,
    state: file.state, revision: file.revision, received_at: receivedAt, recorded_at: books.realTimeOf(receivedAt),
    due_at: file.due?.due ?? null, due: file.due ?? null, calendar_version: CALENDAR.version,
    clock: file.clock?.clock ?? null, clock_state: file.clock?.reading?.state ?? null, second_request: file.clock?.reading?.secondRequest ?? false,
    section_unit_id: (received && file.accepted ? visit.agency.sectionUnitId : undefined) ?? null,
    assignee_id: file.assignee?.accountId ?? null, step_no: file.stepNo ?? null, step_role: step?.role ?? null,
    closed_at: file.closedAt ?? null, names_folded: namesFolded, identity_numbers: identityNumbers,
  });
  if (received && isFiling) paperRows(books, visit);
  stepRows(books, file);
  custodyOf(books, file.held);
};
