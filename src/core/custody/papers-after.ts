// Papers that came to the desk after their dossier had left it (a supplement) follow it to its agency under a record of
// their own, or in a bag beside other dossiers: sent by the desk, counted and signed for by the agency.
// @law NĐ 61/2018/NĐ-CP Đ.19.4; QĐ 45/2016/QĐ-TTg Đ.7.3
import type { DossierState } from '../dossier/state.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId, UnitId } from '../organisation/organisation.ts';
import { type SignRefused, type SignedFor, maySignFor } from './sign-for.ts';
import { type Holder, type Thing, sameHolder } from './thing.ts';
import { isPaper } from './dossier-things.ts';

/** The agency has the dossier, or has decided it; what goes back or never went is another matter. */
export const FOLLOWED_IN: readonly DossierState[] = [
  'in-process', 'supplement-asked', 'awaiting-financial-duty', 'outcome-recorded', 'refused-by-agency', 'outcome-sent', 'ready-to-return', 'uncollected',
];

/** What lies in a bag goes with its bag. */
export const papersHere = (things: readonly Thing[], here: Holder): readonly Thing[] => things.filter((thing) => isPaper(thing) && thing.insideId === undefined && sameHolder(thing.holder, here));
export const papersOnRecord = (things: readonly Thing[], recordId: string): readonly Thing[] => things.filter((thing) => isPaper(thing) && thing.journey !== undefined && thing.holder.id === recordId);

export type PapersAfterRefused =
  | { readonly kind: 'dossier-not-at-agency'; readonly code: string }
  | { readonly kind: 'papers-of-another-agency'; readonly code: string }
  | { readonly kind: 'no-papers-to-follow'; readonly code: string };

export const maySendAfter = (
  dossiers: readonly { readonly code: string; readonly state: DossierState; readonly agencyUnitId: UnitId; readonly papers: number }[], agencyUnitId: UnitId,
): Result<true, PapersAfterRefused> => {
  for (const { code, state, agencyUnitId: own, papers } of dossiers) {
    if (!FOLLOWED_IN.includes(state)) return refuse({ kind: 'dossier-not-at-agency', code });
    if (own !== agencyUnitId) return refuse({ kind: 'papers-of-another-agency', code });
    if (papers === 0) return refuse({ kind: 'no-papers-to-follow', code });
  }
  return ok(true);
};

export type PapersTakenRefused = SignRefused
  | { readonly kind: 'papers-uncounted'; readonly codes: readonly string[] }
  | { readonly kind: 'papers-not-on-record' };

/** All of the record is counted at once; whoever sent it signs for nothing of it. */
export const mayTakeAfter = (
  record: { readonly lines: readonly { readonly dossierId: string; readonly code: string }[]; readonly givenBy: readonly AccountId[] },
  counted: readonly string[], signed: SignedFor, by: AccountId,
): Result<true, PapersTakenRefused> => {
  const onRecord = new Set(record.lines.map(({ dossierId }) => dossierId));
  if (counted.some((id) => !onRecord.has(id)) || new Set(counted).size < counted.length) return refuse({ kind: 'papers-not-on-record' });
  const left = record.lines.filter(({ dossierId }) => !counted.includes(dossierId)).map(({ code }) => code);
  if (left.length > 0) return refuse({ kind: 'papers-uncounted', codes: left });
  return maySignFor(signed, by, record.lines.map(({ code }) => ({ code, givenBy: record.givenBy })));
};
