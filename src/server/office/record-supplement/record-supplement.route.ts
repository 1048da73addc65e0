import { recordSupplementAnswer, recordSupplementBody } from '#wire/record-supplement.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performRecordSupplement } from './record-supplement.act.ts';

export const recordSupplementRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'record-supplement', summary: 'Ghi nhận bổ sung đến qua bưu chính hoặc trực tuyến', body: recordSupplementBody, answer: recordSupplementAnswer,
    act: performRecordSupplement(office),
  });
