// A carrier as it stands in the table, opened with what the vault keeps for it. Opened once per version, so that its token
// is not asked for at each call.
import type { Carrier } from '#adapters/carrier/port.ts';
import type { Deps } from '../http/route.ts';
import { lockAway, takeOut } from '../signing/vault.ts';
import type { CarrierRow, CarrierSettings } from './account.sql.ts';
import { type CourierBookParts, courierBook } from './courier-book.sql.ts';
import { carrierInbox } from './inbox.sql.ts';

type HouseSettings = Omit<CarrierSettings, 'trustedCertificates'> & { readonly key: string; readonly secret: string; readonly trustedCertificates?: string };

/** The concrete adapters, named by main.ts alone. */
export type CarrierMakers = {
  readonly vnpost: (settings: HouseSettings) => Carrier;
  readonly viettel: (settings: HouseSettings, inbox: ReturnType<typeof carrierInbox>) => Carrier;
  readonly ownNetwork: (book: ReturnType<typeof courierBook>, tariff: CarrierSettings['tariff']) => Carrier;
};

export type CarrierSecret = { readonly key: string; readonly secret: string };
export type CarrierDeps = Pick<Deps, 'pool' | 'world' | 'secrets' | 'clock'>;
export type OpenCarrier = (row: CarrierRow) => Carrier;

const vaultName = (provinceId: number, carrierId: string): string => `carrier-account ${provinceId} ${carrierId}`;

export const lockCarrierSecret = (deps: CarrierDeps, carrierId: string, secret: CarrierSecret): Buffer =>
  lockAway(deps.secrets.vaultKey, vaultName(deps.world.provinceId, carrierId), Buffer.from(JSON.stringify(secret)));

const secretOf = (deps: CarrierDeps, { carrierId, secret }: CarrierRow): CarrierSecret => {
  if (!secret) return { key: '', secret: '' };
  return JSON.parse(takeOut(deps.secrets.vaultKey, vaultName(deps.world.provinceId, carrierId), secret).toString()) as CarrierSecret;
};

const opened = (deps: CarrierDeps, makers: CarrierMakers, row: CarrierRow): Carrier => {
  const { trustedCertificates, ...settings } = row.settings;
  if (row.kind === 'own-network') {
    const parts: CourierBookParts = { pool: deps.pool, provinceId: deps.world.provinceId, carrierId: row.carrierId, now: deps.clock.businessNow };
    return makers.ownNetwork(courierBook(parts), settings.tariff);
  }
  const house = { ...settings, ...secretOf(deps, row), ...(trustedCertificates === '' ? {} : { trustedCertificates }) };
  return row.kind === 'vnpost' ? makers.vnpost(house) : makers.viettel(house, carrierInbox(deps.pool, deps.world.provinceId, row.carrierId));
};

export const keepCarriersOpen = (deps: CarrierDeps, makers: CarrierMakers): OpenCarrier => {
  const kept = new Map<string, { readonly revision: number; readonly carrier: Carrier }>();
  return (row) => {
    const known = kept.get(row.carrierId);
    if (known?.revision === row.revision) return known.carrier;
    const carrier = opened(deps, makers, row);
    kept.set(row.carrierId, { revision: row.revision, carrier });
    return carrier;
  };
};
