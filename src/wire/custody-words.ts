// Things, holders and differences in the words of the desk and of the agency.
import type { Liability } from '#core/custody/liability.ts';
import type { COST_BEARERS, SETTLED_HOW } from '#core/custody/settle-case.ts';
import type { HolderKind, ThingKind } from '#core/custody/thing.ts';

type Named = { readonly kind: ThingKind; readonly name?: string; readonly roundNo?: number };

export const thingInWords = ({ kind, name, roundNo }: Named): string => {
  switch (kind) {
    case 'papers': return roundNo === undefined || roundNo === 0 ? 'Giấy tờ đã nộp' : `Giấy tờ bổ sung lần ${roundNo}`;
    case 'paper': return name ?? 'Giấy tờ tách riêng';
    case 'outcome': return name ?? 'Kết quả';
    case 'recalled': return `Giấy tờ thu hồi: ${name ?? ''}`;
    case 'envelope': return name === undefined ? 'Phong bì hồ sơ' : `Phong bì hồ sơ ${name}`;
    case 'bag': return 'Túi hồ sơ';
  }
};

/** `name`: of the desk, the unit or the person that holds it. */
export const holderInWords = ({ kind, name }: { readonly kind: HolderKind; readonly name?: string }): string => {
  switch (kind) {
    case 'desk': case 'agency': return name ?? '';
    case 'archive': return `Lưu tại ${name ?? 'cơ quan'}`;
    case 'courier': return `Bưu tá ${name ?? ''}`.trim();
    case 'carrier': return name ?? 'Bưu điện';
    case 'transit': return 'Đang chuyển';
    case 'citizen': return 'Người dân';
    case 'unaccounted': return 'Chưa rõ ở đâu';
    case 'destroyed': return 'Không còn';
  }
};

export const SETTLED_WORDS: Readonly<Record<(typeof SETTLED_HOW)[number], string>> = {
  found: 'Đã tìm thấy', reissued: 'Cấp lại giấy tờ', borne: 'Bồi thường, không cấp lại', agreed: 'Hai bên thống nhất, không còn chênh lệch', 'taken-back': 'Bên giao đã nhận lại',
};

export const BEARER_WORDS: Readonly<Record<(typeof COST_BEARERS)[number], string>> = {
  post: 'Bưu điện chịu chi phí', agency: 'Cơ quan giải quyết chịu chi phí', nobody: 'Không phát sinh chi phí',
};

export const LIABILITY_WORDS: Readonly<Record<Liability, string>> = {
  unknown: 'Chưa xác định', post: 'Bưu điện', agency: 'Cơ quan giải quyết', nobody: 'Không bên nào có lỗi',
};
