import { completeStepAnswer, completeStepBody } from '#wire/complete-step.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performCompleteStep } from './complete-step.act.ts';

export const completeStepRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'complete-step', summary: 'Chuyển bước, phê duyệt hoặc trả lại kèm lý do', body: completeStepBody, answer: completeStepAnswer, act: performCompleteStep(office),
  });
