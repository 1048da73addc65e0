import { keptLines, papersCame } from '#core/custody/dossier-things.ts';
import { atDesk } from '#core/custody/thing.ts';
import { scansOf } from '#core/dossier/check-papers.ts';
import { startStep, workSteps } from '#core/dossier/office-work.ts';
import { type SupplementReceived, type SupplementRefusal, receiveSupplement } from '#core/dossier/receive-supplement.ts';
import { ok } from '#core/kernel/result.ts';
import { suppliedAsPrinted } from '#core/offline/keep-printed.ts';
import type { Due } from '#core/deadline/due.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { ReceiveSupplementCommand } from '#wire/receive-supplement.wire.ts';
import { stillMissing } from '#core/dossier/supplement-answered.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findUnknownScans } from '../facts/desk-facts.sql.ts';
import { deskAct } from '../save/desk-act.ts';
import { insertPapers } from '../save/desk-save.sql.ts';
import {
  type Asked, findBrought, findIntakeVersion, findOpenRequest, saveAnswers, saveSupplement,
} from './receive-supplement.sql.ts';

type More = {
  readonly asked?: Asked;
  readonly broughtBefore: readonly { readonly name: string }[];
  readonly procedure: ProcedureVersion;
  readonly unknownScans: readonly string[];
};

export const receiveSupplementAct = () =>
  deskAct<ReceiveSupplementCommand, More, SupplementReceived, SupplementRefusal, { readonly complete: boolean; readonly due?: Due }>({
    name: 'receive-supplement',
    more: async (db, { provinceId }, { body, place }, dossier) => {
      const asked = await findOpenRequest(db, provinceId, dossier.dossierId);
      return {
        asked,
        broughtBefore: asked ? await findBrought(db, provinceId, dossier.dossierId, asked.requestNo) : [],
        procedure: await findIntakeVersion(db, provinceId, dossier),
        unknownScans: await findUnknownScans(db, provinceId, place.desk.deskId, scansOf(body.papers)),
      };
    },
    decide: ({ body, actor, place }, { dossier, clock, more }, { now, offline }) => {
      const received = receiveSupplement(body, {
        now, actor, desk: place.desk, unknownScans: more.unknownScans, procedure: more.procedure, dossier, clock,
        asked: more.asked ?? { requestNo: 0, askedAt: now, items: [] }, broughtBefore: more.broughtBefore,
      });
      return received.ok ? ok(suppliedAsPrinted(received.value, offline?.printedDue)) : received;
    },
    effect: async (db, context, { body, place }, decision, { dossier, more }) => {
      const { provinceId, now } = context;
      const requestNo = more.asked?.requestNo ?? 0;
      const first = await insertPapers(db, provinceId, dossier.dossierId, requestNo, decision.papers);
      const custody = papersCame(
        { dossierId: dossier.dossierId, roundNo: requestNo, lines: keptLines(decision.papers, first) }, atDesk(place.desk.deskId), custodyStamp(context));
      const names = decision.papers.map((paper) => paper.name);
      if (!decision.complete) {
        if (body.answers) await saveAnswers(db, provinceId, dossier.dossierId, body.answers);
        return {
          state: 'supplement-asked', clock: decision.clock, hands: decision.hands, custody,
          journal: { requestNo, papers: names, complete: false, note: 'Bổ sung một phần, còn chờ' },
          notice: { kind: 'supplement-partial', missing: stillMissing(more.asked?.items ?? [], [...more.broughtBefore, ...decision.papers]).length },
          extra: { complete: false },
        };
      }
      const steps = workSteps(more.procedure.steps);
      const started = dossier.stepNo !== null && steps[dossier.stepNo - 1]
        ? startStep({ steps }, dossier.stepNo, now, { calendar: place.calendar.compiled, siteId: place.desk.siteId }, undefined, decision.due?.due)
        : undefined;
      await saveSupplement(db, provinceId, dossier, now, requestNo, body.answers, started);
      return {
        state: 'in-process', clock: decision.clock, hands: decision.hands, custody,
        journal: { requestNo, papers: names, complete: true, note: body.withoutReason, newDue: decision.due?.due },
        notice: { kind: 'supplement-received', due: decision.due?.due },
        extra: { complete: true, due: decision.due },
      };
    },
  });
