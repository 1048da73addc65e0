import type { Address, IdentityKind } from '#core/people/person.ts';
import type { Role } from '#core/organisation/organisation.ts';
import type { FeeKind, PaperForm, TimeLimit } from '#core/procedure/procedure.ts';
import { ROLE_WORDS } from '#wire/refusals/desk.ts';

export const IDENTITY_LABELS: Readonly<Record<IdentityKind, string>> = {
  'identity-card-2024': 'Thẻ căn cước',
  'citizen-card': 'Thẻ căn cước công dân',
  'old-identity-card': 'Chứng minh nhân dân',
  'personal-number': 'Số định danh cá nhân',
  passport: 'Hộ chiếu',
  'identity-certificate': 'Giấy chứng nhận căn cước',
  'electronic-identity': 'Căn cước điện tử (VNeID)',
  'other-photo-paper': 'Giấy tờ khác có ảnh',
  none: 'Không có giấy tờ tùy thân',
};

/** A role as a label: the words of the refusals, with a capital. */
export const roleLabel = (role: Role): string => ROLE_WORDS[role].replace(/^./u, (letter) => letter.toUpperCase());

const FEE_LABELS: Readonly<Record<FeeKind, string>> = { fee: 'Phí', charge: 'Lệ phí' };
/** The legal kind once, and what it is for: 'Lệ phí' + ' hộ tịch', 'Phí' + ': bản sao'. */
export const feeWords = (kind: FeeKind, name: string): readonly [kind: string, rest: string] => {
  const label = FEE_LABELS[kind];
  const said = name.slice(0, label.length).toLocaleLowerCase('vi') === label.toLocaleLowerCase('vi');
  return [label, said ? name.slice(label.length) : `: ${name}`];
};
export const FORM_LABELS: Readonly<Record<PaperForm, string>> = {
  original: 'bản chính',
  'certified-copy': 'bản sao có chứng thực',
  'plain-copy': 'bản chụp',
  'e-copy': 'bản điện tử',
};

/** Said before any work is put in: what has no limit cannot be received. */
export const NO_LIMIT_TEXT = 'Chưa có thời hạn giải quyết: chưa tiếp nhận được, quản trị viên cần bổ sung';

export const limitWords = (limit: TimeLimit): string => {
  switch (limit.kind) {
    case 'working-days':
      return `${limit.days} ngày làm việc`;
    case 'calendar-days':
      return `${limit.days} ngày`;
    case 'working-hours':
      return `${limit.hours} giờ làm việc`;
    case 'clock-hours':
      return `${limit.hours} giờ liên tục`;
    case 'same-day':
      return 'Trả trong ngày';
  }
};

export const addressWords = (address: Address): string =>
  [address.line, address.communeName, address.districtName, address.provinceName]
    .filter((part) => part && part.trim() !== '')
    .join(', ');
