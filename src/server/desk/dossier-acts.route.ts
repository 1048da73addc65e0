import { cancelEntryCommand } from '#wire/cancel-entry.wire.ts';
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { acceptPapersCommand, giveBackPapersCommand } from '#wire/give-back-papers.wire.ts';
import { receiveSupplementCommand, supplementReceivedAnswer } from '#wire/receive-supplement.wire.ts';
import { returnOutcomeCommand } from '#wire/return-outcome.wire.ts';
import { supersedeReceiptAnswer, supersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import { withdrawDossierCommand } from '#wire/withdraw-dossier.wire.ts';
import type { App } from '../http/route.ts';
import { acceptPapersAct } from './accept-papers/accept-papers.act.ts';
import { cancelEntryAct } from './cancel-entry/cancel-entry.act.ts';
import { uncollectedRoutes } from './collection/uncollected.route.ts';
import type { DeskDeps } from './facts/desk-route.ts';
import { giveBackPapersAct } from './give-back-papers/give-back-papers.act.ts';
import { papersToGiveRoute } from './give-back-papers/papers-to-give.route.ts';
import { receiveSupplementAct } from './receive-supplement/receive-supplement.act.ts';
import { returnOutcomeAct } from './return-outcome/return-outcome.act.ts';
import { oneDossierRoute } from './save/desk-dossier.route.ts';
import { supersedeReceiptAct } from './supersede-receipt/supersede-receipt.act.ts';
import { withdrawDossierAct } from './withdraw-dossier/withdraw-dossier.act.ts';

export const dossierActRoutes = (app: App, deps: DeskDeps): void => {
  papersToGiveRoute(app, deps);
  uncollectedRoutes(app, deps);
  oneDossierRoute(app, deps, {
    path: 'supersede-receipt', summary: 'Cấp lại giấy tiếp nhận', body: supersedeReceiptCommand, answer: supersedeReceiptAnswer,
    act: supersedeReceiptAct(deps.facts),
  });
  oneDossierRoute(app, deps, {
    path: 'cancel-entry', summary: 'Hủy tiếp nhận (nhập sai)', body: cancelEntryCommand, answer: dossierChanged, act: cancelEntryAct(),
  });
  oneDossierRoute(app, deps, {
    path: 'receive-supplement', summary: 'Tiếp nhận bổ sung', body: receiveSupplementCommand, answer: supplementReceivedAnswer,
    act: receiveSupplementAct(),
  });
  oneDossierRoute(app, deps, {
    path: 'withdraw', summary: 'Rút hồ sơ', body: withdrawDossierCommand, answer: dossierChanged, act: withdrawDossierAct(),
  });
  oneDossierRoute(app, deps, {
    path: 'accept-papers', summary: 'Kiểm đếm, nhận giấy tờ cơ quan chuyển trả', body: acceptPapersCommand, answer: dossierChanged, act: acceptPapersAct(),
  });
  oneDossierRoute(app, deps, {
    path: 'give-back-papers', summary: 'Trả lại giấy tờ của hồ sơ đã rút hoặc đã dừng', body: giveBackPapersCommand, answer: dossierChanged,
    act: giveBackPapersAct(),
  });
  oneDossierRoute(app, deps, {
    path: 'return-outcome', summary: 'Trả kết quả', body: returnOutcomeCommand, answer: dossierChanged, act: returnOutcomeAct(),
  });
};
