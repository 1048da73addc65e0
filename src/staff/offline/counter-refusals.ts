// Why the counter cannot do it by itself, and what to do: said before any work is put in, or before a number is taken.
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Problem } from '#wire/problem.wire.ts';
import { refusalStatus } from '#wire/refusal-status.ts';
import { type RefusalWords, deskRefusalText } from '#wire/refusals/refusal-text.ts';
import type { DeskRefusal } from '#wire/refusals/desk.ts';

export type CounterRefusal =
  | { readonly kind: 'vault-locked' }
  | { readonly kind: 'newer-release' }
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'reference-missing' }
  | { readonly kind: 'lease-run-out'; readonly series: string; readonly period: string }
  | { readonly kind: 'grant-over'; readonly fullName: string; readonly until: Moment }
  | { readonly kind: 'officer-not-granted' }
  | { readonly kind: 'not-without-a-line' }
  | { readonly kind: 'not-at-hand' }
  | { readonly kind: 'bag-not-announced'; readonly label: string }
  | { readonly kind: 'fields-unreadable'; readonly paths: readonly string[] }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'not-parked' };

type Words = { readonly status: number; readonly title: string; readonly detail: string };
type Of<K extends CounterRefusal['kind']> = Extract<CounterRefusal, { readonly kind: K }>;

export const COUNTER_REFUSALS: { readonly [K in CounterRefusal['kind']]: (refusal: Of<K>) => Words } = {
  'vault-locked': () => ({ status: 401, title: 'Kho dữ liệu của quầy đang khóa', detail: 'Mở kho bằng mã PIN trong ngày hoặc câu mật khẩu rồi làm lại.' }),
  'newer-release': () => ({ status: 409, title: 'Kho dữ liệu đã sang bản mới', detail: 'Việc này chưa được ghi: thẻ khác trên máy này đã dùng bản mới. Nội dung đang nhập đã lưu trong kho; bấm “Cập nhật bản mới” ở dòng trên cùng rồi làm tiếp.' }),
  'not-enrolled': () => ({ status: 503, title: 'Máy này chưa được đăng ký', detail: 'Máy chưa được đăng ký để làm việc khi mất mạng. Chờ có mạng, hoặc ghi vào sổ giấy dự phòng rồi nhập sau.' }),
  'reference-missing': () => ({ status: 503, title: 'Máy chưa có đủ dữ liệu', detail: 'Máy chưa tải đủ danh mục, lịch làm việc và tổ chức. Kết nối mạng một lần rồi làm lại; trong lúc chờ, ghi vào sổ giấy dự phòng.' }),
  'lease-run-out': () => ({ status: 409, title: 'Máy đã hết số được giữ trước', detail: 'Không còn số giữ trước cho việc này. Kết nối mạng để nhận thêm số; trong lúc chờ, ghi vào sổ giấy dự phòng rồi nhập sau.' }),
  'grant-over': (r) => ({ status: 403, title: 'Đã quá thời gian được làm việc khi mất mạng', detail: `${r.fullName} được làm việc khi mất mạng trên máy này đến ${formatMoment(r.until)}. Kết nối mạng rồi đăng nhập lại.` }),
  'officer-not-granted': () => ({ status: 403, title: 'Công chức chưa xác nhận được khi mất mạng', detail: 'Công chức tiếp nhận cần nhập mã PIN tại máy này một lần khi có mạng (F8, xác nhận có mặt tại quầy) thì mới xác nhận được lúc mất mạng.' }),
  'not-without-a-line': () => ({ status: 503, title: 'Việc này cần có mạng', detail: 'Việc này chưa làm được khi mất mạng. Chờ có mạng rồi làm lại; nội dung trên màn hình vẫn còn.' }),
  'not-at-hand': () => ({ status: 404, title: 'Không có trên máy này', detail: 'Nội dung này chưa được tải về máy ở quầy. Chờ có mạng rồi mở lại.' }),
  'bag-not-announced': (r) => ({ status: 404, title: 'Túi chưa được báo về máy này', detail: `Máy này chưa được báo trong túi ${bagLabelInGroups(r.label)} có gì, hoặc túi đã kiểm đếm xong. Giữ nguyên túi và niêm phong, không mở. Khi có mạng, quét lại nhãn túi; nếu không phải túi gửi quầy này, trả lại người giao.` }),
  'fields-unreadable': (r) => ({ status: 400, title: 'Có mục chưa đúng', detail: `Vui lòng xem lại các mục được đánh dấu rồi làm lại (${r.paths.length} mục).` }),
  'key-reused': () => ({ status: 422, title: 'Khóa chống gửi lặp đã dùng', detail: 'Việc này đã được ghi với nội dung khác, có thể ở thẻ khác trên máy này. Tìm hồ sơ của người nộp ở mục “Tìm hồ sơ” trước khi làm tiếp.' }),
  'not-parked': () => ({ status: 409, title: 'Việc này không còn chờ sửa', detail: 'Việc này đã được gửi lại hoặc giao xem xét. Xem lại ở “Việc chưa gửi”.' }),
};

const wordsOf = <K extends CounterRefusal['kind']>(refusal: Of<K>): Words => COUNTER_REFUSALS[refusal.kind as K](refusal);

/** In the shape in which the server would refuse, so that the screens need not know who did. */
export const counterProblem = (refusal: CounterRefusal): Problem => {
  const { status, title, detail } = wordsOf(refusal);
  return {
    type: `/loi/${refusal.kind}`, title, status, detail, traceId: '', code: refusal.kind,
    ...(refusal.kind === 'fields-unreadable' ? { fieldErrors: refusal.paths.map((path) => ({ path, message: 'Mục này chưa đúng.' })) } : {}),
  };
};

/** As the server words it. */
export const refusalProblem = (refusal: { readonly kind: string }, { title, detail, fieldErrors }: RefusalWords): Problem => ({
  type: `/loi/${refusal.kind}`, title, detail, status: refusalStatus(refusal.kind), traceId: '', code: refusal.kind, refusal: { ...refusal },
  ...(fieldErrors ? { fieldErrors: [...fieldErrors] } : {}),
});
export const deskProblem = (refusal: DeskRefusal): Problem => refusalProblem(refusal, deskRefusalText(refusal));
