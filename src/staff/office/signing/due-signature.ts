// Of all that this person may sign, what waits for it: the agency's signature where the leader has given his, and the
// leader's own on the notices he decides.
import type { SignableView } from '#wire/signatures.wire.ts';

const OWN_NOTICES: ReadonlySet<string> = new Set(['refusal-notice', 'residence-refusal', 'apology-notice', 'stop-notice']);

export const dueSignature = (papers: readonly SignableView[]): SignableView | undefined =>
  papers.find(({ mine }) => mine?.as === 'agency-seal') ?? papers.find(({ mine, kind }) => mine?.as === 'leader' && OWN_NOTICES.has(kind));
