import { turnBackSupplementAnswer, turnBackSupplementBody } from '#wire/turn-back-supplement.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performTurnBackSupplement } from './turn-back-supplement.act.ts';

export const turnBackSupplementRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'turn-back-supplement', summary: 'Trả lại phần bổ sung gửi trực tuyến, kèm lý do', body: turnBackSupplementBody, answer: turnBackSupplementAnswer,
    act: performTurnBackSupplement(office),
  });
