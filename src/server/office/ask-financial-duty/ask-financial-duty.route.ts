import { askFinancialDutyAnswer, askFinancialDutyBody } from '#wire/ask-financial-duty.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performAskFinancialDuty } from './ask-financial-duty.act.ts';

export const askFinancialDutyRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'ask-financial-duty', summary: 'Yêu cầu thực hiện nghĩa vụ tài chính', body: askFinancialDutyBody, answer: askFinancialDutyAnswer, act: performAskFinancialDuty(office),
  });
