// What an administrator sees and completes: gaps of the catalogue, people, the transfer register, the journal.
import { z } from 'zod';
import { QUESTION_TEXTS, type QuestionAnswer, type QuestionKind } from '#core/procedure/catalogue-question.ts';
import { ROLES } from '#core/organisation/organisation.ts';
import { count, dong, id, line, lines, maybeLine, moment, plainDate } from './fields.ts';
import { receptionMode, timeLimit } from './procedure.wire.ts';

const questionKind = z.enum(Object.keys(QUESTION_TEXTS) as [QuestionKind, ...QuestionKind[]]);

export const catalogueQuestion = z.object({
  questionId: id(), procedureCode: z.string(), procedureName: z.string(), version: z.int(),
  kind: questionKind, path: z.string(), raw: z.string(),
  /** The paper, fee or limit as it stands now, in words. */
  place: z.string(),
});
export const catalogueQuestionsView = z.object({
  open: z.int(), procedures: z.int(), questions: z.array(catalogueQuestion),
  next: z.string().nullable(),
});
export const catalogueQuestionsQuery = z.object({
  q: maybeLine(100).default(''), after: line(140).optional(),
});

const isWhole = (amount: number | undefined, least: number, most: number): boolean =>
  amount === undefined || (Number.isInteger(amount) && amount >= least && amount <= most);
/** A slip of the finger here would stop every reception of the procedure. */
export const limitOfLaw = timeLimit.refine((limit) =>
  isWhole('days' in limit ? limit.days : 'hours' in limit ? limit.hours : undefined, 1, 1_000) &&
  isWhole('extraDaysIfLarge' in limit ? limit.extraDaysIfLarge : undefined, 0, 30));

export const answerQuestionCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('limit'), limit: limitOfLaw }),
  z.object({ kind: z.literal('fee'), feeKind: z.enum(['fee', 'charge']), name: line(200), amount: dong, legalGround: line(300).optional() }),
  z.object({ kind: z.literal('copies'), as: z.enum(['certified-copy', 'plain-copy']) }),
  z.object({ kind: z.literal('paper'), required: z.boolean(), original: count(99), certifiedCopy: count(99), plainCopy: count(99) }),
  z.object({ kind: z.literal('not-a-paper') }),
  z.object({ kind: z.literal('text'), text: line(400) }),
  z.object({ kind: z.literal('noted'), note: lines(1000) }),
]) satisfies z.ZodType<QuestionAnswer>;
export const answerQuestionAnswer = z.object({ procedureCode: z.string(), version: z.int(), openQuestions: z.int() });

export const accountsView = z.object({
  accounts: z.array(z.object({
    accountId: id(), login: z.string(), fullName: z.string(), title: z.string(),
    mustChangePassword: z.boolean(), disabled: z.boolean(),
    assignments: z.array(z.object({ role: z.enum(ROLES), unitName: z.string(), deskName: z.string().nullable(), validFrom: plainDate, validTo: plainDate.nullable() })),
  })),
});

export const transferRegisterView = z.object({
  entries: z.array(z.object({
    deskName: z.string(), procedureCode: z.string(), procedureName: z.string(), agencyName: z.string(), mode: receptionMode,
    validFrom: plainDate, validTo: plainDate.nullable(), decision: z.string(), delegation: z.string().nullable(),
  })),
  next: z.string().nullable(),
  /** Of all that was found, on whatever page; a decision that all found lines of a desk share. */
  found: z.object({
    rows: z.int(), procedures: z.int(), agencies: z.int(),
    desks: z.array(z.object({ name: z.string(), rows: z.int(), decision: z.string().nullable() })),
  }),
  /** Every desk of the register, to choose from. */
  deskNames: z.array(z.string()),
});
export const transferRegisterQuery = z.object({
  after: line(200).optional(), q: line(200).optional(), desk: line(200).optional(), mode: receptionMode.optional(),
});
export type TransferRegisterQuery = z.output<typeof transferRegisterQuery>;

export const journalOverview = z.object({
  /** Who writes the chain: a desk, an agency, or nobody of these (the administrators' own). */
  chains: z.array(z.object({ chainId: z.string(), keeper: z.string().nullable(), entries: z.int() })),
  /** Real time. */
  checkpoint: z.object({ number: z.int(), madeAt: moment }).nullable(),
});

export type CatalogueQuestion = z.infer<typeof catalogueQuestion>;
export type CatalogueQuestionsView = z.infer<typeof catalogueQuestionsView>;
export type AnswerQuestionAnswer = z.infer<typeof answerQuestionAnswer>;
export type AccountView = z.infer<typeof accountsView>['accounts'][number];
export type TransferRow = z.infer<typeof transferRegisterView>['entries'][number];
