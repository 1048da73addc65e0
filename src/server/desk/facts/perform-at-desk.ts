// The same record sent again under another key is told so, politely, instead of failing.
import type { Pool } from 'pg';
import type { AlreadyRecorded } from '#core/dossier/desk-dossier.ts';
import type { Act, ActContext, Performed } from '../../acts/act.ts';
import { perform } from '../../acts/perform.ts';

const OWN_RECORDS = new Set(['bag_pkey', 'collected_money_pkey', 'complaint_pkey', 'courier_attempt_pkey', 'courier_record_pkey', 'courier_report_pkey', 'custody_event_pkey', 'delivery_undone_id', 'guidance_pkey', 'hand_over_pkey', 'issued_paper_pkey', 'outcome_return_pkey', 'outcome_return_stands', 'pickup_pkey', 'remittance_pkey', 'shipment_pkey']);

const isOwnRecord = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && OWN_RECORDS.has(String(error.constraint));

export const performAtDesk = async <Command, Facts, Decision, Refusal, Answer>(
  pool: Pool, act: Act<Command, Facts, Decision, Refusal, Answer>, context: ActContext, command: Command,
): Promise<Performed<Refusal | AlreadyRecorded, Answer>> => {
  try {
    return await perform(pool, act, context, command);
  } catch (error) {
    if (isOwnRecord(error)) return { kind: 'refused', refusal: { kind: 'already-recorded' } };
    throw error;
  }
};
