import { recordOutcomeAnswer, recordOutcomeBody } from '#wire/record-outcome.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performRecordOutcome } from './record-outcome.act.ts';

export const recordOutcomeRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'record-outcome', summary: 'Vào sổ – Cấp số – Phát hành', body: recordOutcomeBody, answer: recordOutcomeAnswer, act: performRecordOutcome(office),
  });
