// The document itself, for the route and the command line alike.
import type { Pool } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { EpcisDocument } from '#wire/epcis.wire.ts';
import { epcisDocumentOf } from '#wire/epcis/epcis-document.ts';
import type { HttpSettings } from '../http/settings.ts';
import { findChain, findPlaceNames } from './epcis.sql.ts';
import { eventUri } from './event-id.ts';

export const LD_JSON = 'application/ld+json; charset=utf-8';

/** An address that leads nowhere, by RFC 2606, until the installation has one. */
const NO_ADDRESS = 'https://{world}.motcua.invalid';

/** The same for whoever asks from wherever: names must not change with the address that was called. */
export const epcisBaseOf = ({ epcisBase, publicUrl }: Pick<HttpSettings, 'epcisBase' | 'publicUrl'>, world: string): string =>
  (epcisBase ?? publicUrl ?? NO_ADDRESS).replaceAll('{world}', world);

export type Exporting = { readonly pool: Pool; readonly provinceId: number; readonly base: string; readonly now: Moment };

export const exportChain = async ({ pool, provinceId, base, now }: Exporting, dossierIds: readonly string[]): Promise<EpcisDocument> => {
  const [chain, nameOf] = await Promise.all([findChain(pool, provinceId, dossierIds), findPlaceNames(pool, provinceId)]);
  return epcisDocumentOf(chain, { base, now, nameOf, eventUri });
};
