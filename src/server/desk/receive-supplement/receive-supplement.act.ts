import { scansOf } from '#core/dossier/check-papers.ts';
import { supplementPolicyOn } from '#core/dossier/desk-settings.ts';
import { startStep, workSteps } from '#core/dossier/office-work.ts';
import { type SupplementReceived, type SupplementRefusal, receiveSupplement } from '#core/dossier/receive-supplement.ts';
import { type Due, isLarge } from '#core/deadline/due.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { ReceiveSupplementCommand } from '#wire/receive-supplement.wire.ts';
import { findUnknownScans } from '../facts/desk-facts.sql.ts';
import { deskAct } from '../save/desk-act.ts';
import { insertPapers } from '../save/desk-save.sql.ts';
import {
  type Asked, type EndedWait, findEndedWaits, findIntakeVersion, findOpenRequest, findTakenOver, saveSupplement,
} from './receive-supplement.sql.ts';

type More = {
  readonly asked?: Asked;
  readonly waits: readonly EndedWait[];
  readonly takenOver?: Moment;
  readonly procedure: ProcedureVersion;
  readonly unknownScans: readonly string[];
};

export const receiveSupplementAct = () =>
  deskAct<ReceiveSupplementCommand, More, SupplementReceived, SupplementRefusal, { readonly due?: Due }>({
    name: 'receive-supplement',
    more: async (db, { provinceId }, { body, place }, dossier) => ({
      asked: await findOpenRequest(db, provinceId, dossier.dossierId),
      waits: await findEndedWaits(db, provinceId, dossier.dossierId),
      takenOver: await findTakenOver(db, provinceId, dossier.dossierId),
      procedure: await findIntakeVersion(db, provinceId, dossier),
      unknownScans: await findUnknownScans(db, provinceId, place.desk.deskId, scansOf(body.papers)),
    }),
    decide: ({ body, actor, place }, { dossier, more }, { now }) => {
      const policy = supplementPolicyOn(dateOf(dossier.receivedAt));
      return receiveSupplement(body, {
        now, actor, desk: place.desk, calendar: place.calendar.compiled, unknownScans: more.unknownScans, procedure: more.procedure,
        asked: more.asked ?? { requestNo: 0, askedAt: now }, policy,
        waits: more.waits.map((wait) => ({ ...wait, policy: wait.kind === 'supplement' ? policy : 'PAUSE' })),
        dossier: {
          ...dossier, due: dossier.due ?? undefined, isLarge: isLarge(dossier.due),
          clockFrom: dossier.regime === 'public-post' ? more.takenOver : undefined,
        },
      });
    },
    effect: async (db, { provinceId, now }, { body, place }, decision, { dossier, more }) => {
      const requestNo = more.asked?.requestNo ?? 0;
      await insertPapers(db, provinceId, dossier.dossierId, requestNo, decision.papers);
      const steps = workSteps(more.procedure.steps);
      const started = dossier.stepNo !== null && steps[dossier.stepNo - 1]
        ? startStep({ steps }, dossier.stepNo, now, { calendar: place.calendar.compiled, siteId: place.desk.siteId })
        : undefined;
      await saveSupplement(db, provinceId, dossier, now, requestNo, body.answers, started);
      return {
        state: 'in-process', due: decision.due, hands: decision.hands,
        journal: { requestNo, papers: decision.papers.map((paper) => paper.name), newDue: decision.due?.due },
        notice: { kind: 'supplement-received', due: decision.due?.due },
        extra: { due: decision.due },
      };
    },
  });
