// The slip under which a desk pays to its post, from what was chosen at the desk.
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { HeldSum, RemittanceWay } from '#core/shipment/remittance.ts';
import type { RemittanceSlipPayload } from '#documents/remittance-slip/payload.ts';
import { type SlipPlace, unitOf } from './desk-place.ts';
import { unitHead } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';

type Sum = HeldSum & { readonly at: Moment; readonly name: string };

const whatOf = ({ kind, name }: Sum): string => {
  switch (kind) {
    case 'hand-in': return `Bưu tá ${name} nộp`;
    case 'short': return `Phần còn thiếu của bảng kê ${name}`;
    case 'given-back': return `Đã trả lại người nhận ${name}`;
  }
};

export const remittanceSlip = ({ place, actor, unitName, sums, amount, way, reference, paidOn, note, now, number }: {
  readonly place: SlipPlace; readonly actor: StandingActor; readonly unitName: string; readonly sums: readonly Sum[]; readonly amount: number;
  readonly way: RemittanceWay; readonly reference?: string | undefined; readonly paidOn: PlainDate; readonly note?: string | undefined; readonly now: Moment; readonly number: string;
}): RemittanceSlipPayload => ({
  kind: 'remittance-slip', version: 'v1', head: unitHead(place, unitOf(place, place.desk.postOfficeUnitId)), issuedAt: now, number, paidOn, amount, ...(note !== undefined && { note }),
  giver: { unitName: place.desk.name, personName: actor.fullName, personTitle: actor.title }, taker: { unitName },
  way: way === 'cash' ? 'Tiền mặt' : `Chuyển khoản, số tham chiếu ${reference ?? ''}`,
  sums: sums.map((sum) => ({ what: whatOf(sum), at: sum.at, amount: sum.amount })),
});
