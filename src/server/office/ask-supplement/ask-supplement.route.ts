import { askSupplementAnswer, askSupplementBody } from '#wire/ask-supplement.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performAskSupplement } from './ask-supplement.act.ts';

export const askSupplementRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'ask-supplement', summary: 'Yêu cầu bổ sung (một danh mục đầy đủ)', body: askSupplementBody, answer: askSupplementAnswer, act: performAskSupplement(office),
  });
