// What was scanned or typed from a label: a stop of this round, or in words why it is none.
import { looksLikeItemNumber, parseItemNumber } from '#core/numbering/item-number.ts';
import { itemNumberWords } from '#wire/refusals/carriers.ts';
import { codeOf } from '../../scanner/scanner.ts';
import type { StopHere } from '../here/overlay.ts';

export type FoundStop = { readonly shipmentId: string } | { readonly wrong: string };

export const findStop = (stops: readonly StopHere[], typed: string): FoundStop => {
  const text = typed.trim();
  if (text === '') return { wrong: 'Gõ số hiệu bưu gửi trên nhãn, hoặc mã hồ sơ.' };
  const item = looksLikeItemNumber(text) ? parseItemNumber(text) : undefined;
  if (item && !item.ok) return { wrong: itemNumberWords(item.refusal) };
  const code = item?.ok ? item.value : (codeOf(text) ?? text.toUpperCase());
  const found = stops.find(({ itemNumber, orderNumber, dossiers }) => itemNumber === code || orderNumber.toUpperCase() === code || dossiers.some((dossier) => dossier.code === code));
  return found ? { shipmentId: found.shipmentId } : { wrong: `Không có “${text}” trong chuyến hôm nay. Nếu bưu gửi này do quầy giao, bấm “Nhận” ở mục quầy giao trước; nếu không, trả lại quầy.` };
};
