// Money on its way from a desk to its post: the desk pays under a numbered slip, somebody of the post counts.
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { DeskId, Unit, UnitId } from '#core/organisation/organisation.ts';
import { postOver } from '#core/organisation/units.ts';
import { type HeldSum, type RemittanceRefused, confirmRemittance, remitMoney } from '#core/shipment/remittance.ts';
import { remittanceSlip } from '#documents/slips/remittance-slip.ts';
import type { ConfirmRemittanceBody, RemitBody, Remitted, RemittanceConfirmed } from '#wire/remittance.wire.ts';
import type { Act } from '../acts/act.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { insertIssuedPaper, takeNumber } from '../desk/save/desk-save.sql.ts';
import { findMoneyAt, insertMoney } from './money.sql.ts';
import { type LockedRemittance, type SumFound, findSums, insertRemittance, lockDeskMoney, lockRemittance, saveRemittanceCounted } from './remittances.sql.ts';

/** Who takes a desk's money: the post office above its own. */
export const payeeOf = ({ desk, units }: Pick<DeskCall['place'], 'desk' | 'units'>): Unit => {
  const unit = postOver(units, desk.postOfficeUnitId);
  if (!unit) throw new Error(`desk ${desk.deskId} has no post office`);
  return unit;
};

export type RemitCall = DeskCall & { readonly body: RemitBody };
type Held = { readonly held: number; readonly sums: readonly SumFound[] };

export const remitAct: Act<RemitCall, Held, { readonly amount: number; readonly sums: readonly HeldSum[] }, RemittanceRefused, Remitted> = {
  name: 'remit-money',
  load: async (db, { provinceId }, { body: { deskId } }) => {
    await lockDeskMoney(db, provinceId, deskId);
    return { held: await findMoneyAt(db, provinceId, deskId), sums: await findSums(db, provinceId, deskId) };
  },
  decide: ({ body }, facts, { now }) => remitMoney(body, { ...facts, today: dateOf(now) }),
  save: async (db, context, { body, place, actor }, { amount, sums }, { sums: found }) => {
    const { provinceId, now, accountId } = context;
    const { remittanceId, deskId, note } = body;
    const unit = payeeOf(place);
    const number = formatPaperNumber('remittance-slip', await takeNumber(db, context, paperSeries('remittance-slip', place.desk.receivingUnitId, dateOf(now))));
    await insertMoney(db, context, { moveId: remittanceId, from: { kind: 'desk', id: deskId }, to: { kind: 'post', id: unit.unitId }, deskId, amount, note });
    await insertRemittance(db, context, body, { unitId: unit.unitId, number, sums });
    const payload = remittanceSlip({ place, actor, now, number, amount, unitName: unit.name, ...body, sums: found.filter(({ sumId }) => body.sumIds.includes(sumId)) });
    await insertIssuedPaper(db, provinceId, deskId, { paperId: remittanceId, number, payload }, now, accountId);
    return {
      answer: { remittanceId, number, amount, at: now }, chain: `desk:${deskId}`, outbox: [],
      journal: [{ act: 'remit-money', data: { remittanceId, number, amount, sums: sums.length, unitId: unit.unitId, paidOn: body.paidOn, way: body.way, reference: body.reference, note } }],
    };
  },
};

export type ConfirmCall = { readonly remittanceId: string; readonly body: ConfirmRemittanceBody; readonly deskIds: readonly DeskId[]; readonly unitId: UnitId };

export const confirmRemittanceAct: Act<ConfirmCall, LockedRemittance, true, RemittanceRefused, RemittanceConfirmed> = {
  name: 'confirm-remittance',
  load: (db, { provinceId }, { remittanceId, deskIds }) => lockRemittance(db, provinceId, remittanceId, deskIds),
  decide: ({ body }, found, { accountId }) => confirmRemittance(body, found, accountId),
  save: async (db, context, { remittanceId, body, unitId }, _decision, { number, deskId, amount }) => {
    await saveRemittanceCounted(db, context, remittanceId, body);
    return {
      answer: { remittanceId, at: context.now, counted: body.counted }, chain: `unit:${unitId}`, outbox: [],
      journal: [{ act: 'confirm-remittance', data: { remittanceId, number, deskId, amount, counted: body.counted, receiptNumber: body.receiptNumber, note: body.note } }],
    };
  },
};
