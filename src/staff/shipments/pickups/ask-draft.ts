// A pick-up as it is asked for at the desk: who, where, which papers, and who goes there when.
import type { PlainDate } from '#core/kernel/moment.ts';
import { isPlainDate } from '#core/kernel/parse-date.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { readPhone } from '#core/people/phone.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { AskPickupBody } from '#wire/pickup.wire.ts';

export type AskDraft = { readonly name: string; readonly phone: string; readonly address: string; readonly caseId: string; readonly courierId: string; readonly day: string; readonly note: string };

/** Published as one that may be filed by post. */
export const isCollected = ({ channels }: Pick<ProcedureVersion, 'channels'>): boolean => channels.includes('post');

export const askErrors = (draft: AskDraft, procedure: ProcedureVersion | undefined, today: PlainDate): Readonly<Record<string, string>> => ({
  ...(draft.name.trim() === '' && { 'person.name': 'Nhập họ và tên người gửi.' }),
  // she calls before she comes
  ...(readPhone(draft.phone).kind === 'invalid' && { 'person.phone': 'Nhập số điện thoại gọi được, đủ 10 chữ số.' }),
  ...(draft.address.trim() === '' && { 'person.address': 'Nhập địa chỉ đến nhận.' }),
  ...(procedure === undefined && { procedureCode: 'Chọn thủ tục.' }),
  ...(draft.courierId === '' && { courierId: 'Chọn bưu tá đến nhận.' }),
  ...(!isPlainDate(draft.day) ? { day: 'Nhập đủ ngày, tháng, năm.' } : draft.day < today ? { day: 'Chọn hôm nay hoặc ngày sau.' } : {}),
});

export const toAskBody = (draft: AskDraft, procedure: ProcedureVersion, pickupId: string, deskId: DeskId): AskPickupBody => {
  const note = draft.note.trim();
  return {
    pickupId, deskId, courierId: draft.courierId as AskPickupBody['courierId'], day: draft.day as PlainDate, procedureCode: procedure.code,
    ...(procedure.cases.length > 1 && { caseId: draft.caseId || procedure.cases[0]?.caseId }),
    person: { name: draft.name.trim(), phone: draft.phone.trim(), address: draft.address.trim() }, ...(note !== '' && { note }),
  };
};
