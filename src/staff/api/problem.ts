// What can come back instead of an answer: a problem in the server's words, or no answer at all.
import type { FieldError } from '#core/kernel/field-error.ts';
import { type Problem, problemSchema } from '#wire/problem.wire.ts';
import { fieldErrorText } from '#wire/refusals/field-texts.ts';

export type ApiError = Error & { readonly problem?: Problem };

export const apiError = (problem: Problem): ApiError => Object.assign(new Error(problem.detail || problem.title), { problem });

/** The line was cut or the server is gone: whether the act was done is not known. */
export const noAnswer = (): ApiError =>
  Object.assign(
    new Error('Chưa nhận được trả lời của máy chủ. Kiểm tra đường truyền rồi gửi lại; gửi lại không làm hồ sơ bị ghi hai lần.'),
    { name: 'NoAnswer' },
  );

/** The counter works by itself, but this it does not have. Still no answer of the server. */
export const needsLine = (): ApiError =>
  Object.assign(new Error('Việc này cần có mạng. Máy chủ chưa trả lời và máy này không giữ sẵn nội dung đó; có mạng lại thì mở lại màn hình này.'), { name: 'NoAnswer' });

/** Only the counter itself can put right what it did. */
export const storeShut = (): Error => new Error('Kho dữ liệu của quầy đang khóa. Mở kho ở dòng trên cùng rồi bấm lại; nội dung trên màn hình vẫn còn.');

export const isNoAnswer = (error: unknown): boolean => error instanceof Error && error.name === 'NoAnswer';
export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof Error && 'problem' in error ? (error as ApiError).problem : undefined;
export const statusOf = (error: unknown): number | undefined => problemOf(error)?.status;

/** No answer, or a fault behind the answer: whether the act was done is not known, so only the same again is safe. */
export const isUnsettled = (error: unknown): boolean => isNoAnswer(error) || (statusOf(error) ?? 0) >= 500;

export const readProblem = async (response: Response): Promise<Problem> => {
  const said = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (said.success) return said.data;
  return {
    type: 'about:blank',
    title: 'Máy chủ báo lỗi',
    status: response.status,
    detail: `Máy chủ chưa xử lý được yêu cầu (mã ${response.status}). Thử lại sau ít phút.`,
    traceId: '',
    code: 'unreadable',
  };
};

const refusedFields = (problem: Problem): readonly FieldError[] => {
  const errors = problem.refusal?.kind === 'fields-invalid' ? problem.refusal['errors'] : undefined;
  return Array.isArray(errors) ? (errors as FieldError[]) : [];
};

/** Messages by the path of their field, from the schema's check or from the core's refusal. */
export const fieldErrorsOf = (error: unknown): Readonly<Record<string, string>> => {
  const problem = problemOf(error);
  if (!problem) return {};
  return Object.fromEntries([
    ...(problem.refusal?.kind === 'pin-wrong' ? [['confirmation.pin', problem.detail] as const] : []),
    ...refusedFields(problem).map((e) => [e.path, fieldErrorText(e)] as const),
    ...(problem.fieldErrors ?? []).map((e) => [e.path, e.message] as const),
  ]);
};
