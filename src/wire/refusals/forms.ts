// The words for a table of forms that cannot stand: what is in the way, and which day would do.
import { EARLIEST_YEAR, LATEST_YEAR } from '#core/deadline/calendar-faults.ts';
import { formatDate, formatInteger, formatMoment } from '#core/kernel/format.ts';
import { FORM_NAMES, FORM_VERSION_NAMES } from '#core/paper-form/form-versions.ts';
import type { SetFormRefused } from '#core/paper-form/set-form-version.ts';
import type { Words } from './desk.ts';

type Issued = Extract<SetFormRefused, { readonly kind: 'papers-issued' }>;

const issuedText = ({ form, count, firstOn, lastOn, earliest, latest }: Issued): string => {
  const days = firstOn === lastOn ? `Ngày ${formatDate(firstOn)}` : `Từ ${formatDate(firstOn)} đến ${formatDate(lastOn)}`;
  const what = form === 'dossier-register' ? `đã mở ${count} quyển “${FORM_NAMES[form]}”` : `đã cấp ${formatInteger(count)} giấy theo biểu mẫu “${FORM_NAMES[form]}”`;
  const until = latest === undefined ? '' : ` Ngày áp dụng không được muộn hơn ${formatDate(latest)}.`;
  const from = earliest === undefined ? '' : ` Hãy chọn ngày áp dụng từ ${formatDate(earliest)} trở đi.`;
  return `${days} ${what}; giấy tờ đã cấp giữ mẫu của ngày cấp, nên những ngày đó không đổi mẫu được nữa.${until}${from}`;
};

export const formRefusalText = (refusal: SetFormRefused): Words => {
  switch (refusal.kind) {
    case 'changed-meanwhile': return {
      title: 'Bảng biểu mẫu vừa thay đổi',
      detail: `Bảng biểu mẫu nay ở phiên bản ${refusal.version}${refusal.byName === undefined || refusal.at === undefined ? '' : `; ${refusal.byName} sửa ${formatMoment(refusal.at)}, lý do: ${refusal.reason ?? ''}`}. Vui lòng xem phiên bản mới rồi quyết định lại.`,
    };
    case 'nothing-changed': return { title: 'Biểu mẫu không thay đổi', detail: 'Nội dung gửi lên giống hệt bảng đang dùng nên không có phiên bản mới.' };
    case 'year-out-of-reach': return {
      title: 'Năm áp dụng không đúng',
      detail: `Ngày áp dụng ${formatDate(refusal.validFrom)} có năm ${refusal.validFrom.slice(0, 4)}; ghi năm dương lịch từ ${EARLIEST_YEAR} đến ${LATEST_YEAR}.`,
    };
    case 'order-broken': return {
      title: 'Ngày áp dụng chưa đúng thứ tự',
      detail: `${FORM_VERSION_NAMES[refusal.other.version]} của “${FORM_NAMES[refusal.other.form]}” áp dụng từ ${formatDate(refusal.other.validFrom)}; mẫu năm 2018 phải áp dụng trước mẫu năm 2025. Hãy chọn ngày khác.`,
    };
    case 'papers-issued': return { title: 'Đã có giấy tờ cấp trong những ngày này', detail: issuedText(refusal) };
  }
};
