import { NO_CHANGE } from '#core/custody/change.ts';
import { keptLines, papersCame } from '#core/custody/dossier-things.ts';
import { atAgency } from '#core/custody/thing.ts';
import { type RecordSupplementRefused, type SupplementRecorded, recordSupplement } from '#core/dossier/record-supplement.ts';
import { stillMissing } from '#core/dossier/supplement-answered.ts';
import type { RecordSupplementBody } from '#wire/record-supplement.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { type WaitingAnswer, findWaitingAnswer, saveAnswerDecision } from '../agency/supplement-answer.sql.ts';
import { type OpenRequest, findOpenRequest, insertArrived, saveAnswered } from './record-supplement.sql.ts';

const VIA = { post: 'qua dịch vụ bưu chính', online: 'trực tuyến' } as const;

export const performRecordSupplement = (office: Office) =>
  officeAct<RecordSupplementBody, { readonly request?: OpenRequest; readonly answer?: WaitingAnswer }, SupplementRecorded, RecordSupplementRefused, { readonly complete: boolean }>(office, {
    name: 'record-supplement',
    more: async (db, { provinceId }, { dossierId }) => ({
      request: await findOpenRequest(db, provinceId, dossierId), answer: await findWaitingAnswer(db, provinceId, dossierId),
    }),
    decide: ({ body }, { dossier, actor, hours, clock, more: { request, answer } }, { now }) => recordSupplement(body, {
      dossier, actor, hours, clock, now, answer, asked: { items: request?.items ?? [], askedAt: request?.askedAt ?? dossier.receivedAt }, cameBefore: request?.came ?? [],
    }),
    effect: async (db, context, { body }, { complete, arrivedAt, clock, started }, { dossier, more: { request, answer } }) => {
      const { provinceId } = context;
      const { dossierId } = dossier;
      const requestNo = request?.requestNo ?? 0;
      const names = body.papers.map((paper) => paper.name);
      const accepted = body.answerNo === undefined ? undefined : answer;
      const scansOf = (name: string): readonly string[] => accepted?.papers.find((paper) => paper.name === name)?.files ?? [];
      const first = await insertArrived(db, provinceId, dossierId, requestNo, body.papers.map((paper) => ({ ...paper, scans: scansOf(paper.name) })));
      if (accepted) await saveAnswerDecision(db, context, dossierId, accepted, { decision: 'accepted' });
      if (complete) await saveAnswered(db, provinceId, dossierId, requestNo, arrivedAt, body.via);
      const due = clock?.reading?.due;
      const missing = stillMissing(request?.items ?? [], [...(request?.came ?? []), ...body.papers]).length;
      return {
        state: complete ? 'in-process' : 'supplement-asked',
        clock,
        started,
        // what was sent online is no thing
        custody: body.via === 'online' ? NO_CHANGE : papersCame(
          { dossierId, roundNo: requestNo, lines: keptLines(body.papers.map((paper) => ({ ...paper, shownOnly: false })), first) },
          atAgency(dossier.agencyUnitId), custodyStamp(context)),
        journal: {
          requestNo, via: body.via, arrivedAt, reference: body.reference, answerNo: body.answerNo, papers: names, complete, newDue: due,
          note: `Nhận ${VIA[body.via]}${complete ? '' : ' một phần, còn chờ'}: ${names.join('; ')}`,
        },
        notice: complete ? { kind: 'supplement-received', due } : { kind: 'supplement-partial', missing },
        extra: { complete },
      };
    },
  });
