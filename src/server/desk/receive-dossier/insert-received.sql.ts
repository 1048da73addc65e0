// A dossier's row, written in a transaction of several statements: what the one statement of the counter online does by itself.
import type { PoolClient } from 'pg';
import type { Due } from '#core/deadline/due.ts';
import type { DeskHands, Regime, ReturnWish } from '#core/dossier/dossier.ts';
import type { KeptClock } from '#core/dossier/kept-clock.ts';
import type { LateEntry } from '#core/dossier/late-entry.ts';
import { searchKeysOf } from '#core/dossier/receive-dossier.ts';
import type { Signing } from '#core/dossier/signing.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Desk } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { Channel, ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';

export type NewDossier = {
  readonly dossierId: string;
  readonly code: string;
  readonly codeIsProvisional: boolean;
  readonly procedure: ProcedureVersion;
  readonly caseId: string;
  readonly channel: Channel;
  readonly regime: Regime;
  readonly desk: Desk;
  readonly transfer: TransferEntry;
  readonly parties: Parties;
  readonly answers: Readonly<Record<string, string | number | boolean>>;
  readonly returnWish: ReturnWish;
  readonly setCount: number;
  readonly batchId?: string;
  readonly hands: DeskHands;
  readonly state: DossierState;
  readonly receivedAt: Moment;
  readonly closedAt?: Moment;
  readonly due?: Due & { readonly state?: string };
  readonly calendarVersion: string;
  readonly clock?: KeptClock;
  readonly lateEntry?: LateEntry;
  readonly signing?: Signing;
};

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

export const insertReceived = async (db: PoolClient, provinceId: number, dossier: NewDossier): Promise<void> => {
  const { procedure, desk, transfer, hands } = dossier;
  const { namesFolded, identityNumbers } = searchKeysOf(dossier.parties);
  await db.query({
    name: 'insert-received',
    text: `insert into motcua.dossier
             (province_id, dossier_id, code, code_is_provisional, procedure_code, procedure_version, procedure_name, case_id, channel, regime, mode,
              desk_id, receiving_unit_id, helped_at_unit_id, agency_unit_id, parties, answers, return_wish, set_count, batch_id,
              receiver_id, receiver_name, assistant_id, assistant_name, state, revision, received_at, recorded_at, closed_at, due_at, due,
              calendar_version, names_folded, identity_numbers, late_entry, signing, clock, clock_state)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
              $21, $22, $23, $24, $25, 1, $26, now(), $27, $28, $29, $30, $31, $32, $33, $34, $35, $29::jsonb->>'state')`,
    values: [
      provinceId, dossier.dossierId, dossier.code, dossier.codeIsProvisional, procedure.code, procedure.version, procedure.name, dossier.caseId,
      dossier.channel, dossier.regime, dossier.regime === 'public-post' ? 'postal-service' : transfer.mode,
      desk.deskId, desk.receivingUnitId, desk.postOfficeUnitId, transfer.agencyUnitId, json(dossier.parties), json(dossier.answers),
      json(dossier.returnWish), dossier.setCount, dossier.batchId ?? null,
      hands.receiverId, hands.receiverName, hands.assistantId ?? null, hands.assistantName ?? null, dossier.state, dossier.receivedAt,
      dossier.closedAt ?? null, dossier.due?.due ?? null, json(dossier.due), dossier.calendarVersion, namesFolded, identityNumbers,
      json(dossier.lateEntry), json(dossier.signing), json(dossier.clock),
    ],
  });
};
