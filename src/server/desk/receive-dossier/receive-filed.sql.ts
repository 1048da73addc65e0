import type { PoolClient } from 'pg';
import { type DossierReceived, searchKeysOf } from '#core/dossier/receive-dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ReceiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import type { ActContext } from '../../acts/act.ts';
import { insertFees } from '../save/desk-save.sql.ts';

/** A filing keeps its row and its id; the desk gives it its code, its papers and its due moment. */
export const saveFiledAsReceived = async (
  db: PoolClient, context: ActContext, command: ReceiveDossierCommand, { assessed, hands, codeIsProvisional }: DossierReceived, code: string,
): Promise<void> => {
  const { procedure, transfer, fees, due } = assessed;
  const { namesFolded, identityNumbers } = searchKeysOf(command.parties);
  const { provinceId, now } = context;
  await db.query({
    name: 'save-filed-as-received',
    text: `with papers as (delete from motcua.dossier_paper where province_id = $1 and dossier_id = $2),
           fees as (delete from motcua.dossier_fee where province_id = $1 and dossier_id = $2)
           update motcua.dossier set
             code = $3, code_is_provisional = $4, procedure_code = $5, procedure_version = $6, procedure_name = $7, case_id = $8,
             channel = $9, regime = $10, mode = $11, agency_unit_id = $12, parties = $13, answers = $14, return_wish = $15, set_count = $16,
             batch_id = $17, receiver_id = $18, receiver_name = $19, assistant_id = $20, assistant_name = $21, received_at = $22,
             recorded_at = now(), calendar_version = $23, due = $24, due_at = $25, names_folded = $26, identity_numbers = $27, signing = $28
           where province_id = $1 and dossier_id = $2`,
    values: [
      provinceId, command.dossierId, code, codeIsProvisional, procedure.code, procedure.version, procedure.name, command.caseId,
      command.channel, command.regime, command.regime === 'public-post' ? 'postal-service' : transfer.mode, transfer.agencyUnitId, JSON.stringify(command.parties), JSON.stringify(command.answers),
      JSON.stringify(command.returnWish), command.setCount, command.batchId ?? null, hands.receiverId, hands.receiverName,
      hands.assistantId ?? null, hands.assistantName ?? null, now, assessed.calendarVersion, due ? JSON.stringify(due) : null,
      due?.due ?? null, namesFolded, identityNumbers, command.signing ? JSON.stringify(command.signing) : null,
    ],
  });
  await insertFees(db, provinceId, command.dossierId, now, fees);
};

/** The decision asked whether the register is closed; were it closed since, the whole transaction is tried anew. */
export const takeOrderNumber = async (db: PoolClient, provinceId: number, { series, period }: NumberSeries): Promise<{ readonly order: number; readonly volume: number }> => {
  const { rows } = await db.query<{ order: number; volume: number }>({
    name: 'take-order-number',
    text: `insert into motcua.number_counter as c (province_id, series, period, last_number) values ($1, $2, $3, 1)
           on conflict (province_id, series, period) do update set last_number = c.last_number + 1 where c.closed_at is null
           returning last_number as "order", volume`,
    values: [provinceId, series, period],
  });
  const [taken] = rows;
  if (!taken) throw Object.assign(new Error(`${series} ${period} was closed meanwhile`), { code: '40001' });
  return taken;
};

/** Of a number that was taken before, when a counter leased it. */
export const findVolume = async (db: PoolClient, provinceId: number, { series, period }: NumberSeries, number: number): Promise<number> => {
  const { rows } = await db.query<{ volume: number }>({
    name: 'find-volume-of-number',
    text: `select coalesce(max(volume), 1) as volume from motcua.register_book
           where province_id = $1 and series = $2 and period = $3 and first_number <= $4`,
    values: [provinceId, series, period, number],
  });
  return rows[0]?.volume ?? 1;
};

export const insertRegisterEntry = async (
  db: PoolClient, provinceId: number, deskId: DeskId, year: string, number: number, dossierId: string, at: Moment,
): Promise<void> => {
  await db.query({
    name: 'insert-register-entry',
    text: `insert into motcua.register_entry (province_id, desk_id, year, number, dossier_id, entered_at) values ($1, $2, $3::smallint, $4, $5, $6)`,
    values: [provinceId, deskId, year, number, dossierId, at],
  });
};
