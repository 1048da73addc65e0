// The public postal service: what was counted with the citizen is packed and sealed before them under the number of the
// posting slip; from then on it travels as it is, until the agency opens it and counts.
// @law QĐ 45/2016/QĐ-TTg Đ.6.5, Đ.7.3; TT 17/2017/TT-BTTTT Đ.5.1
import type { Regime } from '../dossier/dossier.ts';
import { LIFE } from '../dossier/life.ts';
import type { DossierState } from '../dossier/state.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type CustodyChange, NO_CHANGE, both, changeOf, moves } from './change.ts';
import { type CustodyStamp, isEnvelope, isHeld, isPaper } from './dossier-things.ts';
import { comes } from './move-thing.ts';
import { type Holder, type Thing, type ThingId, sameHolder } from './thing.ts';

export type Sealing = { readonly dossierId: string; readonly label?: string | undefined; readonly sealNumber: string };

/** Nothing is sealed where nothing of paper lies here. */
export const packedAndSealed = (papers: readonly Thing[], { dossierId, label, sealNumber }: Sealing, here: Holder, stamp: CustodyStamp): CustodyChange => {
  const content = papers.filter((thing) => isPaper(thing) && sameHolder(thing.holder, here) && thing.insideId === undefined);
  if (content.length === 0) return NO_CHANGE;
  const at = content.reduce((last, { since }) => (since > last ? since : last), stamp.at);
  const envelope = comes({ thingId: stamp.newId() as ThingId, kind: 'envelope', dossierId, lines: [], ...(label !== undefined && { label }), name: sealNumber }, 1, here, { ...stamp, at });
  return both(
    changeOf(envelope), ...content.map((thing) => moves(thing, [{ kind: 'pack', into: envelope.thing }], stamp)), moves(envelope.thing, [{ kind: 'seal', sealNumber }], { ...stamp, at }));
};

export type EnvelopeFacts = {
  readonly code: string; readonly dossierId: string; readonly regime: Regime; readonly state: DossierState;
  /** There is a posting slip. */
  readonly isPosted: boolean;
  /** Its number, which no other envelope bears. */
  readonly label: string | undefined;
  readonly things: readonly Thing[];
  readonly here: Holder;
};
export type EnvelopeRefused =
  | { readonly kind: 'not-by-post'; readonly code: string }
  | { readonly kind: 'envelope-sealed-already'; readonly code: string; readonly sealNumber: string }
  | { readonly kind: 'nothing-to-seal'; readonly code: string };

export const sealEnvelope = (sealNumber: string, facts: EnvelopeFacts, stamp: CustodyStamp): Result<CustodyChange, EnvelopeRefused> => {
  const { code, dossierId, regime, state, isPosted, label, things, here } = facts;
  if (regime !== 'public-post' || !isPosted) return refuse({ kind: 'not-by-post', code });
  const before = things.find((thing) => isEnvelope(thing) && isHeld(thing));
  if (before) return refuse({ kind: 'envelope-sealed-already', code, sealNumber: before.name ?? '' });
  const change = LIFE['forward-dossiers'].from.includes(state) ? packedAndSealed(things, { dossierId, label, sealNumber }, here, stamp) : NO_CHANGE;
  return change === NO_CHANGE ? refuse({ kind: 'nothing-to-seal', code }) : ok(change);
};
