import { acceptOutcomeBackAnswer, acceptOutcomeBackBody } from '#wire/collection.wire.ts';
import { sendPapersBackAnswer, sendPapersBackBody } from '#wire/give-back-papers.wire.ts';
import { withdrawAtAgencyAnswer, withdrawAtAgencyBody } from '#wire/withdraw-dossier.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performAcceptOutcomeBack } from './accept-outcome-back.act.ts';
import { performSendPapersBack } from './send-papers-back.act.ts';
import { performWithdrawAtAgency } from './withdraw-at-agency.act.ts';

export const wayBackRoutes = (app: App, deps: Deps, office: Office): void => {
  oneDossierRoute(app, deps, {
    path: 'withdraw', summary: 'Rút hồ sơ tại cơ quan giải quyết', body: withdrawAtAgencyBody, answer: withdrawAtAgencyAnswer,
    act: performWithdrawAtAgency(office),
  });
  oneDossierRoute(app, deps, {
    path: 'send-papers-back', summary: 'Chuyển trả giấy tờ của hồ sơ đã rút hoặc đã dừng', body: sendPapersBackBody, answer: sendPapersBackAnswer,
    act: performSendPapersBack(office),
  });
  oneDossierRoute(app, deps, {
    path: 'accept-outcome-back', summary: 'Nhận lại kết quả chuyển hoàn', body: acceptOutcomeBackBody, answer: acceptOutcomeBackAnswer,
    act: performAcceptOutcomeBack(office),
  });
};
