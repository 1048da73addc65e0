// The citizen's own act: journalled in the agency's chain by no account, named by what the sender was known by.
import { type AnswerFacts, type AnswerRefused, type AnswerTaken, type SentFile, answerSupplement } from '#core/dossier/answer-supplement.ts';
import type { NumberFactor } from '#core/people/whole-number.ts';
import { MAX_FILE_BYTES } from '#wire/file.wire.ts';
import type { Act, ActContext } from '../acts/act.ts';
import { citizenMessage } from '../notices/citizen-notice.ts';
import { type AnswerFile, type AnsweredRow, findRequestToAnswer, insertAnswer, lockAnswered } from './answer-supplement.sql.ts';

/** A list of papers photographed page by page, not a film. */
export const ANSWER_LIMITS = { files: 20, fileBytes: MAX_FILE_BYTES, bytes: 40 * 1024 * 1024 } as const;

export type AnswerCommand = {
  readonly dossierId: string;
  readonly factor: NumberFactor;
  readonly note?: string;
  readonly files: readonly (SentFile & Omit<AnswerFile, 'name'>)[];
};
type Facts = { readonly row: AnsweredRow; readonly core: Omit<AnswerFacts, 'now'> };

export const performAnswerSupplement: Act<AnswerCommand, Facts, AnswerTaken, AnswerRefused, Pick<AnswerTaken, 'requestNo' | 'answerNo'>> = {
  name: 'answer-supplement',
  load: async (db, { provinceId }: ActContext, { dossierId }) => {
    const row = await lockAnswered(db, provinceId, dossierId);
    if (!row) return undefined;
    const asked = await findRequestToAnswer(db, provinceId, dossierId);
    return {
      row,
      core: {
        state: row.state, settings: row.onlineAnswers ?? undefined, limits: ANSWER_LIMITS, answersBefore: asked?.answersBefore ?? 0,
        asked: asked && { requestNo: asked.requestNo, items: asked.items, answerBy: asked.answerBy ?? undefined },
        awaits: asked?.awaitsSince ? { sentAt: asked.awaitsSince } : undefined,
      },
    };
  },
  decide: ({ files }, { core }, { now }) => answerSupplement(files, { ...core, now }),
  save: async (db, context, { dossierId, factor, note, files }, { requestNo, answerNo, late, names }, { row, core }) => {
    const items = core.asked?.items ?? [];
    const kept = files.flatMap(({ itemNo, sha256, mediaType, bytes }) => {
      const name = items[itemNo - 1]?.name;
      return name === undefined ? [] : [{ itemNo, name, sha256, mediaType, bytes }];
    });
    await insertAnswer(db, context, dossierId, { requestNo, answerNo, isLate: late, factor, note, files: kept });
    return {
      answer: { requestNo, answerNo },
      chain: `unit:${row.agencyRootUnitId}`,
      journal: [{
        act: 'answer-supplement', dossierId,
        data: { code: row.code, requestNo, answerNo, factor, late, papers: names, files: kept.map((file) => file.sha256), note: names.join('; ') },
      }],
      outbox: [citizenMessage({ dossierId, code: row.code, parties: row.parties }, context.now, { kind: 'supplement-sent', sentAt: context.now })],
    };
  },
};
