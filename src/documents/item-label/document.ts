// Nhãn bưu gửi: the courier reads whom it is for, the scanner which item it is.
import { formatMoney } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { code128Bars } from '../kit/marks.ts';
import { upper } from '../kit/words.ts';
import type { ItemEnd, ItemLabelPayload } from './payload.ts';

const TITLE = 'Bưu gửi';
const end = ({ name, address, phone }: ItemEnd) => ({ name, address, phone: phone ?? null });

export const itemLabel = (payload: ItemLabelPayload): PaperDocument => ({
  template: 'item-label/v1/label.typ',
  size: 'a5',
  title: `${TITLE} ${payload.label}`,
  date: dateOf(payload.issuedAt),
  data: {
    heading: upper(payload.carrierName ?? TITLE),
    tracking: { code: payload.label, ...code128Bars(payload.label) },
    labelInGroups: payload.labelInGroups,
    footCode: payload.label,
    from: end(payload.from),
    to: end(payload.to),
    content: payload.content,
    collect: payload.collectOnDelivery > 0 ? formatMoney(payload.collectOnDelivery) : null,
    orderNumber: payload.orderNumber ?? null,
    sealNumber: payload.sealNumber ?? null,
  },
});
