import { settleFinancialDutyAnswer, settleFinancialDutyBody } from '#wire/settle-financial-duty.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performSettleFinancialDuty } from './settle-financial-duty.act.ts';

export const settleFinancialDutyRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'settle-financial-duty', summary: 'Xác nhận đã thực hiện nghĩa vụ tài chính', body: settleFinancialDutyBody, answer: settleFinancialDutyAnswer, act: performSettleFinancialDuty(office),
  });
