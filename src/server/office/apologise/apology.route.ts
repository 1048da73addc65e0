import { apologyAnswer, prepareApologyBody, returnApologyBody, signApologyBody } from '#wire/apology.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performPrepareApology } from './prepare-apology.act.ts';
import { performReturnApology } from './return-apology.act.ts';
import { performSignApology } from './sign-apology.act.ts';

export const apologyRoutes = (app: App, deps: Deps, office: Office): void => {
  oneDossierRoute(app, deps, {
    path: 'prepare-apology', summary: 'Lập phiếu xin lỗi và hẹn lại ngày trả', body: prepareApologyBody, answer: apologyAnswer,
    act: performPrepareApology(office),
  });
  oneDossierRoute(app, deps, {
    path: 'sign-apology', summary: 'Ký phiếu xin lỗi và hẹn lại ngày trả', body: signApologyBody, answer: apologyAnswer, act: performSignApology(office),
  });
  oneDossierRoute(app, deps, {
    path: 'return-apology', summary: 'Trả lại phiếu xin lỗi kèm lý do', body: returnApologyBody, answer: apologyAnswer, act: performReturnApology(office),
  });
};
