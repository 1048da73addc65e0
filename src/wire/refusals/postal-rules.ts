// The words for a rule of the post that cannot be set: what is in the way, and which day would do.
import { EARLIEST_YEAR, LATEST_YEAR } from '#core/deadline/calendar-faults.ts';
import { formatDate, formatMoment } from '#core/kernel/format.ts';
import type { SetPostalRuleRefused } from '#core/transit/set-postal-rule.ts';
import { ZONE_WORDS } from '#core/transit/transit-window.ts';
import type { Words } from './desk.ts';

type At = { readonly fieldErrors?: readonly { readonly path: string; readonly message: string }[] };
const atDay = (title: string, detail: string): Words & At => ({ title, detail, fieldErrors: [{ path: 'validFrom', message: detail }] });

export const postalRuleRefusalText = (refusal: SetPostalRuleRefused): Words & At => {
  switch (refusal.kind) {
    case 'changed-meanwhile': return {
      title: 'Quy tắc bưu chính vừa thay đổi',
      detail: `Quy tắc nay ở phiên bản ${refusal.version}${refusal.byName === undefined || refusal.at === undefined ? '' : `; ${refusal.byName} sửa ${formatMoment(refusal.at)}, lý do: ${refusal.reason ?? ''}`}. Vui lòng xem phiên bản mới rồi quyết định lại.`,
    };
    case 'nothing-changed': return { title: 'Quy tắc không thay đổi', detail: 'Nội dung gửi lên giống hệt quy tắc đang có nên không có phiên bản mới.' };
    case 'year-out-of-reach': return atDay('Năm áp dụng không đúng', `Ngày áp dụng ${formatDate(refusal.validFrom)} có năm ${refusal.validFrom.slice(0, 4)}; ghi năm dương lịch từ ${EARLIEST_YEAR} đến ${LATEST_YEAR}.`);
    case 'rule-begins-too-early': return atDay('Không áp dụng trở về trước', `Hồ sơ đã gửi, biên bản đã lập, khiếu nại đã tiếp nhận giữ quy tắc của ngày đó. Hãy chọn ngày áp dụng từ ${formatDate(refusal.earliest)} trở đi.`);
    case 'rule-holds-already': return {
      title: 'Quy tắc đã áp dụng',
      detail: `Quy tắc áp dụng từ ${formatDate(refusal.validFrom)} đã có hiệu lực nên không đổi số được nữa, chỉ ghi lại được văn bản và việc xác minh. Lập quy tắc mới áp dụng từ ${formatDate(refusal.earliest)} trở đi.`,
    };
    case 'zones-differ': return { title: 'Chưa đủ các khu vực', detail: `Ngày áp dụng này cần thời gian của đúng các khu vực: ${refusal.zones.map((zone) => ZONE_WORDS[zone]).join('; ')}. Kiểm tra lại ngày áp dụng.` };
    case 'slip-before-post': return { title: 'Thời gian kèm giấy hẹn chưa đúng', detail: `Chuyển ${ZONE_WORDS[refusal.zone]}: thời gian kể cả chuyển giấy hẹn trở lại không được ngắn hơn thời gian chuyển đi.` };
    case 'further-before-near': return { title: 'Thời hạn giải quyết chưa đúng', detail: 'Thời hạn giải quyết khiếu nại liên tỉnh không được ngắn hơn trong tỉnh. Kiểm tra lại số ngày.' };
  }
};
