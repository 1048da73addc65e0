// What the screens ask the server, answered from the store while there is no line.
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { PaperPayloadView } from '#wire/papers.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import { bagRefusalText } from '#wire/refusals/bags.ts';
import { bagAt, bagsAt, comingTo } from './bags.ts';
import { bagByLabel } from './coming-bags.ts';
import { catalogueAt } from './catalogue.ts';
import { dossierAt } from './dossier.ts';
import { foundAt } from './find.ts';
import { meAt } from './me.ts';
import { papersToGiveAt } from './papers-to-give.ts';
import { todayAt } from './today.ts';
import type { Counter } from '../counter/counter.ts';
import { type CounterRefusal, counterProblem, refusalProblem } from '../counter-refusals.ts';
import { grantedOfficers } from '../grants.ts';
import { allDossiers, findDossier, findPaper } from '../store.ts';

export type Answered = Result<unknown, Problem>;
const no = (refusal: CounterRefusal): Answered => refuse(counterProblem(refusal));
const atHand = (value: unknown): Answered => (value === undefined ? no({ kind: 'not-at-hand' }) : ok(value));

const DOSSIER = /^\/api\/dossiers\/([^/]+)$/;
const BAG = /^\/api\/desk\/bags\/([0-9a-f-]{36})$/;
const BY_LABEL = /^\/api\/desk\/bags\/by-label\/([^/]+)$/;
const PAYLOAD = /^\/api\/papers\/([^/]+)\/payload$/;

export const offlineAsk = async (counter: Counter, path: string): Promise<Answered> => {
  const { pathname, searchParams } = new URL(path, 'http://counter');
  const stored = counter.stored();
  if (!stored) return no({ kind: (await counter.db.people.count()) > 0 ? 'vault-locked' : 'not-enrolled' });
  const [reference, clerk, now] = await Promise.all([counter.reference(), counter.clerk(), counter.businessNow()]);
  if (!clerk) return no({ kind: 'not-enrolled' });
  if (!reference) return no({ kind: 'reference-missing' });
  const [, dossierId] = DOSSIER.exec(pathname) ?? [];
  if (dossierId !== undefined) {
    const view = await findDossier(stored, dossierId);
    return atHand(view && dossierAt(reference, view, clerk, now));
  }
  const [, paperId] = PAYLOAD.exec(pathname) ?? [];
  if (paperId !== undefined) {
    const paper = await findPaper(stored, paperId);
    const said: PaperPayloadView | undefined = paper && { payload: { ...paper.payload }, printCount: paper.printCount };
    return atHand(said);
  }
  const [, bagId] = BAG.exec(pathname) ?? [];
  if (bagId !== undefined) return atHand(await bagAt(stored, reference, bagId, now));
  const [, label] = BY_LABEL.exec(pathname) ?? [];
  if (label !== undefined) {
    const bag = bagByLabel(await comingTo(stored, reference, now), decodeURIComponent(label));
    if (bag.ok) return ok(bag.value);
    return bag.refusal.kind === 'bag-not-announced' ? no(bag.refusal) : refuse(refusalProblem(bag.refusal, bagRefusalText(bag.refusal)));
  }
  switch (pathname) {
    case '/api/me': return ok(meAt(reference, clerk, now, await grantedOfficers(counter.db, now), counter.present()));
    case '/api/desk/catalogue': return ok(catalogueAt(reference, now));
    case '/api/desk/today': return ok(todayAt(reference, await allDossiers(stored), now));
    case '/api/desk/bags': return ok(await bagsAt(stored, reference, now));
    case '/api/desk/papers-back': return ok(papersToGiveAt(await allDossiers(stored), now));
    case '/api/desk/find': return atHand(foundAt(reference, await allDossiers(stored), searchParams, now));
    default: return no({ kind: 'not-without-a-line' });
  }
};
