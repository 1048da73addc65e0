// What can come back instead of an answer: a problem in the server's words, or no answer at all.
import { type Problem, problemSchema } from '#wire/problem.wire.ts';

export type ApiError = Error & { readonly problem?: Problem };

export const apiError = (problem: Problem): ApiError => Object.assign(new Error(problem.detail || problem.title), { problem });

/** The line was cut or the server is gone: whether the act was done is not known. */
export const noAnswer = (): ApiError =>
  Object.assign(new Error('Chưa nhận được trả lời của máy chủ. Kiểm tra đường truyền rồi gửi lại; gửi lại không làm hồ sơ bị ghi hai lần.'), { name: 'NoAnswer' });

export const isNoAnswer = (error: unknown): boolean => error instanceof Error && error.name === 'NoAnswer';
export const problemOf = (error: unknown): Problem | undefined => (error instanceof Error && 'problem' in error ? (error as ApiError).problem : undefined);
export const statusOf = (error: unknown): number | undefined => problemOf(error)?.status;

export const readProblem = async (response: Response): Promise<Problem> => {
  const said = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (said.success) return said.data;
  return { type: 'about:blank', title: 'Máy chủ báo lỗi', status: response.status, detail: `Máy chủ chưa xử lý được yêu cầu (mã ${response.status}). Thử lại sau ít phút.`, traceId: '', code: 'unreadable' };
};

/** Messages by the path of their field. */
export const fieldErrorsOf = (error: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries((problemOf(error)?.fieldErrors ?? []).map((e) => [e.path, e.message]));
