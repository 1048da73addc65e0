// One month of Hà Tĩnh on an empty world's database: played, then reconciled.
import type { Pool } from 'pg';
import type { ProvinceId } from '#core/organisation/organisation.ts';
import { seededRandom } from '#demo/random.ts';
import { insertRows } from '#demo/rows.ts';
import { workingDaysFrom } from '#demo/sample/clock.ts';
import { worldOf } from '#demo/world-of.ts';
import { type MonthDossier, openLedger } from './ledger.ts';
import { type PlaceAccount, reconcile } from './reconcile.ts';
import { openRoads } from './roads.ts';
import { type Province, playMonth } from './scenario.ts';
import type { Exception } from './stage.ts';

/** A dossier is papers and an outcome, what is parted from them, and its share of two bags. */
const THINGS_PER_DOSSIER = 2.2;
/** So many dossiers meet with something that makes one thing in twenty an exception. */
const EXCEPTIONAL = 0.17;
/** A desk receives at least so many a day: a small month is played at few desks. */
const LEAST_A_DAY = 3;

export type Month = {
  readonly things: number; readonly events: number; readonly exceptions: number; readonly cases: number; readonly unexplained: readonly string[];
  readonly seen: ReadonlyMap<Exception, number>; readonly accounts: readonly PlaceAccount[];
};

export const simulateMonth = async (pool: Pool, provinceId: ProvinceId, asked: { readonly things: number; readonly seed: number }): Promise<Month> => {
  const world = worldOf('hatinh-2026');
  const [procedure] = world.procedures;
  if (!procedure) throw new Error('no procedure');
  const days = workingDaysFrom('2026-11-02', '2026-11-30');
  const dossiers = Math.ceil(asked.things / THINGS_PER_DOSSIER);
  const open = world.desks.slice(0, Math.max(2, Math.ceil(dossiers / days.length / LEAST_A_DAY)));
  const desks: Province['desks'] = open.map(({ deskId }) => ({
    deskId, agencies: [...new Set(world.transfers.filter((one) => one.deskId === deskId).map(({ agencyUnitId }) => agencyUnitId))],
  })).filter(({ agencies }) => agencies.length > 0);
  const receiving = new Map(world.desks.map(({ deskId, receivingUnitId }) => [deskId, receivingUnitId]));
  const ledger = openLedger(pool, provinceId, asked.seed);
  const newDossiers = async (made: readonly MonthDossier[], day: string): Promise<void> => {
    const client = await pool.connect();
    try {
      await insertRows(client, 'dossier', made.map(({ dossierId, code, deskId, agencyUnitId }) => ({
        province_id: provinceId, dossier_id: dossierId, code, procedure_code: procedure.code, procedure_version: procedure.version, procedure_name: procedure.name, case_id: 'chung',
        channel: 'counter', regime: 'one-stop', mode: 'support', desk_id: deskId, receiving_unit_id: receiving.get(deskId), agency_unit_id: agencyUnitId,
        parties: { applicant: { fullName: 'Người mô phỏng' } }, answers: {}, return_wish: { kind: 'at-desk', deskId }, set_count: 1, receiver_id: ledger.newId(), receiver_name: 'Người tiếp nhận',
        state: 'received', revision: 1, received_at: `${day}T09:00:00+07:00`, recorded_at: `${day}T09:00:00+07:00`, calendar_version: 'hatinh@1', names_folded: 'nguoi mo phong', identity_numbers: [],
      })));
    } finally {
      client.release();
    }
  };
  const seen = await playMonth(
    { ledger, roads: openRoads(ledger), random: seededRandom(asked.seed), province: { desks, days }, newDossiers }, dossiers, EXCEPTIONAL);
  const { accounts, unexplained } = await reconcile(pool, ledger);
  return { things: ledger.things(), events: ledger.counts.events, exceptions: [...seen.values()].reduce((sum, n) => sum + n, 0), cases: ledger.counts.cases, unexplained, seen, accounts };
};
