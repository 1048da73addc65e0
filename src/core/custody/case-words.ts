// What went wrong, as screens and papers call it.
// @law QĐ 45/2016/QĐ-TTg Đ.14
import type { CaseKind } from './change.ts';

export const CASE_WORDS: Readonly<Record<CaseKind, string>> = {
  short: 'Thiếu so với biên bản', damaged: 'Hư hỏng, rách nát', 'wrong-agency': 'Chuyển sai cơ quan', 'not-taken': 'Cơ quan không nhận', 'not-in-stock': 'Không thấy khi kiểm kê',
  over: 'Thừa so với biên bản', 'seal-broken': 'Mất niêm phong', 'bag-lost': 'Túi thất lạc', late: 'Chuyển chậm',
  denied: 'Người nhận báo chưa nhận được',
};
