// From the record to what a screen needs: labels, how it stands with time, and what this person may do now.
import { addWorkingDays } from '#core/deadline/working-time.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import { mayPrepareApology, maySignApology, waitingApology } from '#core/dossier/apology.ts';
import { needsConfirmation } from '#core/dossier/desk-hands.ts';
import { extendable } from '#core/dossier/extend-dossier.ts';
import { ACT_LABELS, DOSSIER_ACTS, type DossierAct, LIFE, mayAct } from '#core/dossier/life.ts';
import { STATE_LABELS, nationalStatusLabel, nationalStatusOf } from '#core/dossier/state.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { Role } from '#core/organisation/organisation.ts';
import { paperTitleOf } from '#documents/kit/paper-titles.ts';
import { timelinessOf } from '#wire/answers/dossier-row.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { DossierRecord } from './dossier-view.sql.ts';
import { journalLineOf } from './journal-words.ts';
import type { Reader } from '../reading/reader.sql.ts';

const rolesAt = (place: 'desk' | 'agency' | 'road', record: DossierRecord, reader: Reader): readonly Role[] =>
  // from the courier's round, not from the dossier
  place === 'road' ? [] : reader.seats
    .filter((seat) => (place === 'desk'
      ? seat.deskId === record.deskId && (seat.role === 'postal-clerk' || seat.role === 'commune-officer')
      : seat.reached.includes(record.agencyUnitId)))
    .map((seat) => seat.role);

/** By the life table and by what time and the record leave open; an officer's act is offered to the clerk too, who then needs a confirmation. */
const allowedActsOf = (record: DossierRecord, reader: Reader, now: Moment): DossierView['allowedActs'] =>
  DOSSIER_ACTS.flatMap((act) => {
    const roles = rolesAt(LIFE[act].at, record, reader);
    const confirmable = LIFE[act].at === 'desk' && roles.includes('postal-clerk') ? ([...roles, 'commune-officer'] as const) : roles;
    return mayAct(act, record.state, confirmable).ok && isOpen(act, record, now)
      ? [{ act, label: ACT_LABELS[act], needsConfirmation: LIFE[act].at === 'desk' && needsConfirmation(act, record.mode, roles, record.supportReturn) }]
      : [];
  });

/** What the act itself is sure to refuse is not offered; its own rule says so. */
const isOpen = (act: DossierAct, { due, apologies, extensions, procedure, papersBack, supplementRequests }: DossierRecord, now: Moment): boolean => {
  switch (act) {
    case 'prepare-apology': return mayPrepareApology(due?.due, apologies, now).ok;
    case 'sign-apology': return maySignApology(due?.due, apologies, now).ok;
    case 'turn-back-supplement': return supplementRequests.some((request) => request.answeredAt === undefined && request.answers.some((answer) => answer.decision === undefined));
    case 'return-apology': return waitingApology(apologies).ok;
    case 'extend-dossier': return extendable(due?.due, { allowed: procedure.extensions ?? [], extendedBefore: extensions.at(-1)?.at, now }).ok;
    // the way back is walked once: from the agency to the desk, counted there, from the desk into somebody's hands
    case 'send-papers-back': return papersBack?.place === 'agency';
    case 'accept-papers-back': return papersBack?.place === 'on-the-way';
    case 'give-back-papers': return papersBack?.place === 'at-desk';
    // from the lists that know what is due and what is on its way
    case 'invite-to-collect': case 'send-outcome-back': case 'accept-outcome-back': return false;
    default: return true;
  }
};

export const dossierViewOf = (record: DossierRecord, reader: Reader, now: Moment, calendar: AnyCalendar): DossierView => {
  const { state } = record;
  const label = nationalStatusLabel(state);
  return {
    ...record,
    helpedAtUnitName: record.helpedAtUnitName ?? undefined, sectionName: record.sectionName ?? undefined,
    assigneeId: record.assigneeId ?? undefined, assigneeName: record.assigneeName ?? undefined, stepNo: record.stepNo ?? undefined,
    stepRole: record.stepRole ?? undefined, batchId: record.batchId ?? undefined, due: record.due ?? undefined,
    closedAt: record.closedAt ?? undefined, lateEntry: record.lateEntry ?? undefined, signing: record.signing ?? undefined, returned: record.returned ?? undefined,
    papersBack: record.papersBack ?? undefined, receipt: record.receipt ?? undefined, register: record.register ?? undefined,
    now, stateLabel: STATE_LABELS[state], status: { no: nationalStatusOf(state), label },
    timeliness: timelinessOf(state, record.due?.due, now, addWorkingDays(calendar, dateOf(now), 1)),
    caseName: record.procedure.cases.find((one) => one.caseId === record.caseId)?.name ?? '',
    totalFee: record.fees.reduce((sum, line) => sum + line.amount, 0),
    issuedPapers: record.issuedPapers.map((paper) => ({ ...paper, title: paperTitleOf(paper.kind, paper.formVersion) ?? paper.kind })),
    journal: record.journal.map(journalLineOf),
    allowedActs: allowedActsOf(record, reader, now),
  };
};
