// A notice to one carrier, outcome by outcome, until it answers; to be told twice does no harm.
import type { Pool } from 'pg';
import type { Carrier, CarrierRefused } from '#adapters/carrier/port.ts';
import { pauseAfter } from '#core/shipment/send-order.ts';
import { type ReadyOutcome, claimResults, endResult } from './results.sql.ts';

const MOST_AT_ONCE = 50;

const noticeOf = ({ parties: { applicant, owner }, ...ready }: ReadyOutcome) => ({
  dossierId: ready.dossierId, procedureCode: ready.procedureCode, procedureName: ready.procedureName, dossierCode: ready.code, fee: ready.fee,
  ownerName: (owner ?? applicant).fullName, applicantName: applicant.fullName, identityNumber: applicant.identity.number, address: ready.address,
  receivedOn: ready.receivedOn, postAddress: ready.postAddress,
});

/** What kept it from being told, if anything did. A refusal stands with the message; it is not asked again. */
export const announceResults = async (pool: Pool, provinceId: number, carrier: Carrier): Promise<CarrierRefused['kind'] | undefined> => {
  let trouble: CarrierRefused['kind'] | undefined;
  for (const ready of await claimResults(pool, provinceId, MOST_AT_ONCE)) {
    const told = await carrier.announceResult(noticeOf(ready));
    const refusal = told.ok ? undefined : told.refusal;
    const isSettled = refusal === undefined || refusal.kind === 'refused' || refusal.kind === 'already-there';
    await endResult(pool, provinceId, ready.outboxId, isSettled ? undefined : pauseAfter(ready.attempts), refusal?.kind === 'refused' ? refusal.message : refusal?.kind);
    if (!isSettled) trouble = refusal.kind;
  }
  return trouble;
};
