// A house that wants to be signed in to: its token serves many questions, and one that was taken back is fetched anew, once.
import { type Result, refuse } from '#core/kernel/result.ts';
import type { Ask, OutsideAnswer, Question } from '../over-tls/ask.ts';
import type { CarrierRefused } from './port.ts';

export type Token = { readonly text: string; readonly until: number };

type Parts = {
  readonly ask: Ask;
  readonly now: () => number;
  /** Whatever goes wrong here, the question itself has not been asked. */
  readonly fetchToken: () => Promise<Result<Token, CarrierRefused>>;
  readonly bear: (question: Question, token: string) => Question;
  readonly isTokenGone: (answer: OutsideAnswer) => boolean;
};

/** These judge the order; any other 4xx says that nobody looked at it: a wrong path, too many questions. */
export const JUDGING: ReadonlySet<number> = new Set([400, 409, 422]);
export const noAnswer = (what: string): Result<never, CarrierRefused> => refuse({ kind: 'no-answer', what });

export const askWithToken = ({ ask, now, fetchToken, bear, isTokenGone }: Parts): ((question: Question) => Promise<Result<OutsideAnswer, CarrierRefused>>) => {
  let token: Token | undefined;
  return async (question) => {
    for (let tries = 1; ; tries += 1) {
      if (!token || token.until <= now()) {
        const fetched = await fetchToken();
        if (!fetched.ok) return fetched;
        token = fetched.value;
      }
      const answer = await ask(bear(question, token.text));
      if (!answer.ok) return answer.refusal.sent ? noAnswer(answer.refusal.kind) : refuse({ kind: 'not-reached' });
      if (!isTokenGone(answer.value)) return answer;
      token = undefined;
      if (tries === 2) return refuse({ kind: 'credentials-refused' });
    }
  };
};
