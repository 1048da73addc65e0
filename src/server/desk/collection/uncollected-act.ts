// What inviting and sending back have in common: the outcome as it lies at the desk, and its name.
import type { PoolClient } from 'pg';
import { isOutcome } from '#core/custody/dossier-things.ts';
import { type Thing, atDesk, sameHolder } from '#core/custody/thing.ts';
import type { CollectionFacts } from '#core/dossier/collection.ts';
import type { CollectionCommand } from '#wire/collection.wire.ts';
import type { ActContext } from '../../acts/act.ts';
import { findThings } from '../../custody/things.sql.ts';
import type { OneCall, OneFacts } from '../save/desk-act.ts';
import type { LockedDossier } from '../save/desk-dossier.sql.ts';
import { findCollection } from './collection.sql.ts';

export type Uncollected = { readonly collection?: CollectionFacts; readonly things: readonly Thing[] };

export const loadUncollected = async (
  db: PoolClient, { provinceId }: Pick<ActContext, 'provinceId'>, _call: unknown, { dossierId, deskId }: LockedDossier,
): Promise<Uncollected> => ({
  collection: await findCollection(db, provinceId, deskId, dossierId),
  things: (await findThings(db, provinceId, [dossierId])).filter((thing) => isOutcome(thing) && sameHolder(thing.holder, atDesk(deskId))),
});

export const factsOf = ({ actor, place }: OneCall<CollectionCommand>, { dossier, more }: OneFacts<Uncollected>, { now }: Pick<ActContext, 'now'>) =>
  ({ now, actor, desk: place.desk, dossier, calendar: place.calendar.compiled, collection: more.collection });

export const namedOutcome = (dossier: LockedDossier, { things }: Uncollected) => ({ ...dossier, outcomeName: things.at(-1)?.name });
