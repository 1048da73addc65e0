// Between a desk and whoever carries for it: who that is, and on which leg of the way the thing is.
// @law QĐ 45/2016/QĐ-TTg Đ.8, Đ.10
import { isHeld, isOutcome } from './dossier-things.ts';
import { type Holder, type Thing, sameHolder } from './thing.ts';

export const isBearer = ({ kind }: Holder): boolean => kind === 'carrier' || kind === 'courier';

export const bearerNamed = (thing: Thing): Holder | undefined =>
  [thing.holder, thing.journey?.to, thing.journey?.from].find((one) => one !== undefined && isBearer(one));

export type OnTheWay = 'at-desk' | 'going-out' | 'carried' | 'coming-back';
export const standsOnTheWay = ({ holder, journey }: Thing, desk: Holder): OnTheWay | undefined => {
  if (sameHolder(holder, desk)) return 'at-desk';
  if (isBearer(holder)) return 'carried';
  if (journey && isBearer(journey.to)) return 'going-out';
  return journey && isBearer(journey.from) ? 'coming-back' : undefined;
};

export type Borne = { readonly bearer: Holder; readonly stands: Exclude<OnTheWay, 'at-desk'> };

/** An outcome that somebody carries, for whoever would give it out at this desk. */
export const outcomeBorne = (things: readonly Thing[], desk: Holder): Borne | undefined => {
  for (const thing of things) {
    const [bearer, stands] = [bearerNamed(thing), standsOnTheWay(thing, desk)];
    if (isOutcome(thing) && isHeld(thing) && bearer && stands && stands !== 'at-desk') return { bearer, stands };
  }
  return undefined;
};
