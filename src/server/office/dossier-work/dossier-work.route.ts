import { z } from 'zod';
import { comingBackTo } from '#core/custody/dossier-things.ts';
import { lastApologyDay } from '#core/dossier/apology.ts';
import { supplementAskBy } from '#core/dossier/ask-supplement.ts';
import { inCharge } from '#core/dossier/in-charge.ts';
import { currentStep, rolesOf, seatOnStep, seatsReaching } from '#core/dossier/office-work.ts';
import type { DossierState } from '#core/dossier/state.ts';
import { isOver } from '#core/dossier/stop-dossier.ts';
import { limitInWords } from '#core/procedure/limit-words.ts';
import { dossierId } from '#wire/dossier-parts.wire.ts';
import { type OfficeWorkView, officeWorkView } from '#wire/office-work.wire.ts';
import { findThings } from '../../custody/things.sql.ts';
import { notFound } from '../../http/problem.ts';
import { type App, type Deps, requireActor } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { findOfficeDossiers } from '../agency/office-dossier.sql.ts';
import { findApologies } from '../apologise/apology.sql.ts';
import { findOfficeReach } from '../agency/office-reach.sql.ts';
import { OFFICE_ROLES } from '../agency/office-route.ts';
import { findExtensions } from '../extend-dossier/extend-dossier.sql.ts';
import { findApproval } from '../record-outcome/record-outcome.sql.ts';
import { type DutyRow, type StepRow, findDuties, findStepRows } from './dossier-work.sql.ts';

const WAITING: ReadonlySet<DossierState> = new Set(['supplement-asked', 'awaiting-financial-duty']);

const known = <T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> | undefined } =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])) as { [K in keyof T]: Exclude<T[K], null> | undefined };

const dutyView = (row: DutyRow) => ({ ...known(row), dutyNo: row.dutyNo, notice: row.notice, askedAt: row.askedAt, askedByName: row.askedByName });

const proposalOf = (rows: readonly StepRow[]): OfficeWorkView['proposal'] => {
  const round = rows.slice(rows.findLastIndex((row) => row.result === 'sent-back' || row.result === 'supplement-asked') + 1);
  const row = round.findLast((one) => one.proposal !== null);
  if (!row?.proposal || !row.finishedAt) return undefined;
  return {
    kind: row.proposal, by: row.name ?? '', at: row.finishedAt, note: row.note ?? undefined,
    reason: row.reason ?? undefined, legalGround: row.ground ?? undefined, draftFile: row.draftFile ?? undefined,
  };
};

const cameWithOf = (rows: readonly StepRow[]): OfficeWorkView['cameWith'] => {
  const row = rows.findLast((one) => one.finishedAt !== null);
  return row?.note && row.finishedAt ? { by: row.name ?? '', at: row.finishedAt, result: row.result ?? '', note: row.note } : undefined;
};

export const dossierWorkRoute = (app: App, deps: Deps, office: Office): void => {
  app.get('/api/office/dossiers/:dossierId/work', {
    config: { roles: OFFICE_ROLES },
    schema: { summary: 'Quy trình nội bộ của hồ sơ và việc của tôi', params: z.object({ dossierId }), response: { 200: officeWorkView } },
  }, async (request): Promise<OfficeWorkView> => {
    const { provinceId, accountId, fullName } = requireActor(request);
    const { pool, clock } = deps;
    const now = clock.businessNow();
    const reach = await findOfficeReach(pool, provinceId, accountId, now);
    const [dossier] = await findOfficeDossiers(pool, provinceId, [request.params.dossierId], reach);
    if (!dossier) throw notFound();
    const [rows, duties, approval, apologies, extended, things, hours] = await Promise.all([
      findStepRows(pool, provinceId, dossier.dossierId),
      findDuties(pool, provinceId, dossier.dossierId),
      findApproval(pool, provinceId, dossier.dossierId),
      findApologies(pool, provinceId, dossier.dossierId),
      findExtensions(pool, provinceId, dossier.dossierId),
      findThings(pool, provinceId, [dossier.dossierId]),
      office.hours.at(pool, dossier.siteId, dossier.agencyRootUnitId),
    ]);
    const seats = seatsReaching(reach.seats, dossier, dossier.agencyRootUnitId);
    const me = { accountId, name: fullName, seats };
    const onStep = dossier.state === 'in-process' && seatOnStep(dossier, me).ok;
    const open = rows.findLast((row) => row.finishedAt === null);
    const roles = rolesOf(me).filter((role) => OFFICE_ROLES.includes(role));
    const free = dossier.assigneeId === undefined && seats.some((seat) => seat.role === currentStep(dossier)?.role);
    return {
      dossierId: dossier.dossierId, now,
      steps: dossier.steps.map((step, index) => ({ no: index + 1, ...step })),
      stepNo: dossier.stepNo, stepStartedAt: open?.startedAt, stepDueAt: open?.dueAt ?? undefined,
      cameWith: cameWithOf(rows), proposal: proposalOf(rows),
      approval: approval && { accountId: approval.accountId, name: approval.name, at: approval.at, ...approval.capacity },
      financialDuties: duties.map(dutyView),
      apologies,
      apologyLastDay: dossier.due && lastApologyDay(dossier.due.due),
      extensions: extended.length > 0 ? [] : dossier.extensions.map(({ by, ...one }) => ({ ...one, by: limitInWords(by) })),
      extended,
      answerIsOver: WAITING.has(dossier.state) && isOver(dossier.answerBy, now) && !dossier.answerWaits,
      answerWaits: dossier.answerWaits,
      papersAt: dossier.papersAt,
      outcomeComesBack: dossier.state === 'uncollected' && comingBackTo(things, dossier.agencyUnitId).length > 0,
      supplementsAsked: rows.filter((row) => row.result === 'supplement-asked').length,
      supplementAskBy: supplementAskBy(dossier, hours),
      mine: {
        step: onStep, charge: inCharge(dossier, me).ok, holder: dossier.assigneeName, roles,
        mayAssign: roles.some((role) => role === 'section-head' || role === 'signing-leader') || dossier.assigneeId === accountId || free,
      },
    };
  });
};
