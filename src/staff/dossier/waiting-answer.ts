// What the citizen sent online for the request that is open, and nobody has looked at.
import type { DossierView } from '#wire/dossier-view.wire.ts';

type Request = DossierView['supplementRequests'][number];
export type Waiting = { readonly request: Request; readonly answer: Request['answers'][number] };

export const openRequestOf = (view: Pick<DossierView, 'supplementRequests'>): Request | undefined =>
  view.supplementRequests.findLast((one) => !one.answeredAt);

export const waitingAnswerOf = (view: Pick<DossierView, 'supplementRequests' | 'state'>): Waiting | undefined => {
  const request = view.state === 'supplement-asked' ? openRequestOf(view) : undefined;
  const answer = request?.answers.find((one) => one.decision === undefined);
  return request && answer && { request, answer };
};
