// Every problem that is not a refusal of the core: its code, status and Vietnamese words.
export const PROBLEM_TEXTS = {
  'invalid-fields': { status: 400, title: 'Có mục chưa đúng', detail: 'Vui lòng xem lại các mục được đánh dấu rồi gửi lại.' },
  'bad-request': { status: 400, title: 'Yêu cầu không hợp lệ', detail: 'Máy chủ không đọc được nội dung gửi lên. Vui lòng tải lại trang rồi thử lại.' },
  'idempotency-key-missing': { status: 400, title: 'Thiếu khóa chống gửi lặp', detail: 'Yêu cầu ghi dữ liệu phải kèm tiêu đề Idempotency-Key là một UUID.' },
  'wrong-credentials': { status: 401, title: 'Chưa đăng nhập được', detail: 'Tên đăng nhập hoặc mật khẩu không đúng.' },
  'not-signed-in': { status: 401, title: 'Chưa đăng nhập', detail: 'Phiên làm việc đã hết hoặc chưa bắt đầu. Vui lòng đăng nhập lại.' },
  'wrong-current-password': { status: 403, title: 'Mật khẩu hiện tại không đúng', detail: 'Vui lòng nhập lại mật khẩu hiện tại.' },
  'wrong-pin': { status: 403, title: 'Mã PIN không đúng', detail: 'Vui lòng để công chức tiếp nhận nhập lại mã PIN.' },
  'must-change-password': { status: 403, title: 'Cần đổi mật khẩu', detail: 'Đây là lần đăng nhập đầu tiên. Vui lòng đổi mật khẩu trước khi làm việc.' },
  'csrf': { status: 403, title: 'Yêu cầu bị từ chối', detail: 'Yêu cầu không đến từ trang làm việc này. Vui lòng tải lại trang rồi thử lại.' },
  'role-missing': { status: 403, title: 'Không có quyền thực hiện', detail: 'Nhiệm vụ được giao không bao gồm việc này.' },
  'not-found': { status: 404, title: 'Không tìm thấy', detail: 'Nội dung này không tồn tại hoặc không thuộc phạm vi được xem.' },
  'device-unknown': { status: 404, title: 'Máy này chưa được đăng ký', detail: 'Máy này chưa được đăng ký với quầy của ông/bà. Đề nghị quản trị hệ thống cấp mã đăng ký rồi nhập tại máy này.' },
  'device-revoked': { status: 403, title: 'Máy này đã bị thu hồi', detail: 'Máy này không còn được làm việc khi mất mạng. Việc đã gửi lên được giữ lại cho người có thẩm quyền xem xét; báo quản trị hệ thống.' },
  'method-not-allowed': { status: 405, title: 'Yêu cầu không hợp lệ', detail: 'Đường dẫn này không nhận cách gửi đó.' },
  'too-large': { status: 413, title: 'Nội dung quá lớn', detail: 'Nội dung gửi lên vượt quá dung lượng cho phép.' },
  'reprint-needed': { status: 409, title: 'Giấy này đã in', detail: 'Bấm “In lại” để in thêm một bản; lần in lại được ghi nhật ký và ghi trên bản in.' },
  'unsupported-media': { status: 415, title: 'Không nhận loại nội dung này', detail: 'Vui lòng gửi đúng loại nội dung mà mục này yêu cầu.' },
  'scan-differs': { status: 422, title: 'Bản quét không khớp', detail: 'Bản quét nhận được không giống bản đã quét. Vui lòng gửi lại từ đầu.' },
  'key-reused': { status: 422, title: 'Khóa chống gửi lặp đã dùng', detail: 'Khóa Idempotency-Key này đã dùng cho một nội dung khác.' },
  'locked': { status: 429, title: 'Tạm khóa do nhập sai nhiều lần', detail: 'Vui lòng chờ rồi thử lại.' },
  'too-many-requests': { status: 429, title: 'Gửi quá nhiều yêu cầu', detail: 'Vui lòng chờ một lát rồi thử lại.' },
  'too-many-uploads': { status: 429, title: 'Gửi quá nhiều tệp', detail: 'Trong một giờ qua đã gửi quá nhiều tệp. Vui lòng chờ rồi gửi lại.' },
  'fault': { status: 500, title: 'Hệ thống gặp lỗi', detail: 'Việc vừa làm chưa chắc đã được lưu. Vui lòng thử lại; nếu vẫn lỗi, báo bộ phận kỹ thuật kèm mã theo dõi.' },
  'unavailable': { status: 503, title: 'Hệ thống tạm thời chưa sẵn sàng', detail: 'Vui lòng thử lại sau ít phút.' },
} as const satisfies Record<string, { readonly status: number; readonly title: string; readonly detail: string }>;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;
