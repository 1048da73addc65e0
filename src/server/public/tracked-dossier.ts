// From the rows of a dossier to what a citizen is told; names of people stay behind.
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { type Moment, momentFromEpoch } from '#core/kernel/moment.ts';
import { mayAnswer } from '#core/dossier/answer-supplement.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Parties } from '#core/people/person.ts';
import { hoursInWords } from '#public/desk-card.ts';
import type { TrackedDossier } from '#public/track-answer.ts';
import type { TrackStep } from '#public/track-steps.ts';
import type { TrackedRow } from './tracking.sql.ts';

export const lastFour = (text: string | undefined): string | undefined => {
  const digits = text?.replace(/\D/g, '') ?? '';
  return digits.length >= 4 ? digits.slice(-4) : undefined;
};

/** The digits that open a dossier: of the applicant and of the owner, phone or identity number. */
export const openingDigits = ({ applicant, owner }: Parties): readonly string[] =>
  [applicant, owner].flatMap((person) =>
    person ? [lastFour(person.phone), lastFour(person.identity.number)] : []).filter((digits) => digits !== undefined);

/** Moments inside jsonb come with the database's own offset and fractions. */
const momentOf = (text: string): Moment => momentFromEpoch(Date.parse(text));

const AT_DESK: ReadonlySet<DossierState> = new Set(['filed-online', 'received', 'ready-to-return']);

const holderOf = (row: TrackedRow): TrackedDossier['holder'] => {
  const desk = { name: row.deskName, phone: row.deskPhone };
  const agency = {
    name: row.sectionName ? `${row.sectionName}, ${row.agencyName}` : row.agencyName,
    phone: row.sectionPhone ?? row.agencyPhone ?? undefined,
  };
  if (row.sectionName === row.agencyName) agency.name = row.agencyName;
  if (AT_DESK.has(row.state)) return { ...desk, onTheWay: false };
  if (row.state === 'outcome-sent') return { ...desk, onTheWay: true };
  if (row.state === 'handed-over') return { name: row.agencyName, phone: row.agencyPhone ?? undefined, onTheWay: true };
  return { ...agency, onTheWay: false };
};

const CUT_SHORT: Partial<Record<DossierState, string>> = { withdrawn: 'Rút hồ sơ theo yêu cầu', stopped: 'Dừng giải quyết hồ sơ' };

type Dated = TrackStep & { readonly order: string };

const past = (row: TrackedRow): readonly Dated[] => {
  const steps: Dated[] = [];
  const add = (at: string | null, what: string, where: string | undefined, progress: TrackStep['progress'] = 'done'): void => {
    if (at === null) return;
    const moment = momentOf(at);
    steps.push({ what, ...(where ? { where } : {}), at: moment, progress, order: moment });
  };
  if (row.state !== 'filed-online') add(row.receivedAt, 'Tiếp nhận hồ sơ', row.deskShortName);
  for (const move of row.handOvers) {
    if (move.direction === 'to-agency') {
      add(move.sentAt, 'Chuyển hồ sơ', `đến ${row.agencyName}`);
      if (move.result !== 'rejected') add(move.receivedAt, 'Cơ quan giải quyết đã nhận hồ sơ', row.agencyName);
    } else {
      add(move.sentAt, 'Chuyển trả kết quả', `về ${row.deskShortName}`);
      add(move.receivedAt, 'Nhận kết quả về Bộ phận Một cửa', row.deskShortName);
    }
  }
  for (const step of row.steps) {
    // a withdrawal or a stop ends the step in hand without a result: it was not done
    if (step.finishedAt !== null && (step.result !== null || !(row.state in CUT_SHORT))) add(step.finishedAt, step.result === 'sent-back' ? `${step.name} (trả lại để xem xét thêm)` : step.name, step.unit);
  }
  for (const request of row.supplements) {
    add(request.askedAt, 'Yêu cầu bổ sung giấy tờ', row.agencyName);
    for (const answer of request.answers) {
      add(answer.sentAt, 'Gửi giấy tờ bổ sung trực tuyến', row.agencyName);
      if (answer.decision === 'turned-back') add(answer.decidedAt, 'Giấy tờ gửi chưa đạt, đề nghị gửi lại', row.agencyName);
    }
    // by post or online it came to the agency itself; complete it was when it came, though known to be so later
    add(request.answeredAt, 'Đã bổ sung giấy tờ', request.answeredVia === null ? row.deskShortName : row.agencyName);
  }
  if (row.outcome) add(row.outcome.issuedAt, row.outcome.kind === 'refusal' ? 'Ban hành văn bản từ chối' : `Ban hành kết quả: ${row.outcome.name}`, row.agencyName);
  const cut = CUT_SHORT[row.state];
  if (cut !== undefined) add(row.closedAt, cut, undefined);
  if (row.state === 'returned' || row.state === 'resolved-at-desk') add(row.closedAt, 'Trả kết quả', row.deskShortName);
  return steps.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
};

/** What is in hand now, then what is still to come. */
const ahead = (row: TrackedRow): readonly TrackStep[] => {
  const open = row.steps.findLast((step) => step.finishedAt === null);
  const give: TrackStep = { what: 'Trả kết quả', where: row.deskShortName, progress: 'next', ...(row.dueAt ? { at: row.dueAt } : {}) };
  const resolve: TrackStep = { what: 'Giải quyết hồ sơ', where: row.agencyName, progress: 'next' };
  const now = (what: string, where?: string): TrackStep => ({ what, progress: 'now', ...(where ? { where } : {}) });
  switch (row.state) {
    case 'filed-online': return [now('Chờ tiếp nhận', row.deskShortName), resolve, give];
    case 'received': return [now('Chờ chuyển hồ sơ', row.deskShortName), resolve, give];
    case 'handed-over': return [now('Đang trên đường đến cơ quan giải quyết'), resolve, give];
    case 'in-process': return [now(open?.name ?? 'Giải quyết hồ sơ', open?.unit ?? row.agencyName), give];
    case 'supplement-asked': return [now('Chờ bổ sung giấy tờ'), resolve, { ...give, at: undefined }];
    case 'awaiting-financial-duty': return [now('Chờ thực hiện nghĩa vụ tài chính'), resolve, { ...give, at: undefined }];
    case 'outcome-recorded': return [now('Chờ chuyển trả kết quả', row.agencyName), give];
    case 'outcome-sent': return [now('Kết quả đang trên đường về'), give];
    case 'ready-to-return': return [now('Chờ người nộp đến nhận', row.deskShortName)];
    case 'uncollected': return [now('Chờ người nộp hẹn nhận lại', row.agencyName)];
    case 'refused-by-agency': return [now('Chờ trả văn bản từ chối và giấy tờ', row.deskShortName)];
    default: return [];
  }
};

const supplementOf = (row: TrackedRow, now: Moment): TrackedDossier['supplement'] => {
  const request = row.supplements.findLast((each) => each.answeredAt === null);
  if (!request) return undefined;
  const answerBy = request.answerBy === null ? undefined : momentOf(request.answerBy);
  const last = request.answers.at(-1);
  const awaits = last?.decision === null ? { at: momentOf(last.sentAt), isLate: last.isLate, papers: last.papers } : undefined;
  const may = mayAnswer({
    state: row.state, asked: { requestNo: request.requestNo, items: request.items, ...(answerBy ? { answerBy } : {}) }, now, ...(awaits ? { awaits: { sentAt: awaits.at } } : {}),
    ...(row.onlineAnswers ? { settings: row.onlineAnswers } : {}),
  });
  return {
    reason: request.reason, items: request.items, ...(answerBy ? { answerBy } : {}), ...(awaits ? { sent: awaits } : {}),
    online: may.ok ? 'open' : awaits ? 'awaits' : 'closed',
    ...(last?.decision === 'turned-back' && last.decidedAt !== null
      ? { turnedBack: { at: momentOf(last.decidedAt), reason: last.reason ?? '', missing: last.missing ?? [] } } : {}),
  };
};

/** Of what is on its way now. */
const transitOf = ({ handOvers }: TrackedRow): Pick<TrackedDossier, 'transitEndsOn'> => {
  const last = handOvers.at(-1);
  return last && last.receivedAt === null && last.endsOn !== null ? { transitEndsOn: last.endsOn } : {};
};

export const trackedDossierOf = (row: TrackedRow, calendar: WorkingCalendar | undefined, now: Moment): TrackedDossier => {
  const supplement = supplementOf(row, now);
  return {
    code: row.code,
    codeIsProvisional: row.codeIsProvisional,
    procedureName: row.procedureName,
    state: row.state,
    now,
    receivedAt: row.receivedAt,
    ...(row.closedAt ? { closedAt: row.closedAt } : {}),
    ...(row.dueAt ? { dueAt: row.dueAt } : {}),
    ...(row.due ? { due: row.due } : {}),
    desk: { name: row.deskName, address: row.deskAddress, phone: row.deskPhone, hours: hoursInWords(calendar, row.siteId, now) },
    holder: holderOf(row),
    agencyName: row.agencyName,
    ...transitOf(row),
    ...(supplement ? { supplement } : {}),
    ...(row.outcome ? { outcome: { ...row.outcome, issuedAt: momentOf(row.outcome.issuedAt) } } : {}),
    things: row.things.map(({ name, roundNo, where, ...thing }) => ({ ...thing, ...(name !== null && { name }), ...(roundNo !== null && { roundNo }), ...(where !== null && { where }) })),
    returnWish: row.returnWish,
    fees: row.fees.map(({ exemption, ...fee }) => ({ ...fee, ...(exemption ? { exemption } : {}) })),
    steps: [...past(row), ...ahead(row)].map(({ what, where, at, progress }) => ({ what, progress, ...(where ? { where } : {}), ...(at ? { at } : {}) })),
  };
};
