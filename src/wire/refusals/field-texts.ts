// The sentence at a field for each code of the core; server and screens say the same.
import type { FieldError, FieldErrorCode, FieldWarning, FieldWarningCode } from '#core/kernel/field-error.ts';

type Params = FieldError['params'];
type Text = string | ((params: NonNullable<Params>) => string);

const ERRORS: Readonly<Record<FieldErrorCode, Text>> = {
  required: (p) => (p['title'] ? `Điền mục “${p['title']}”.` : 'Mục này chưa được điền.'),
  'unknown-field': 'Mục này không có trong biểu mẫu.',
  'not-text': 'Mục này cần là chữ.',
  'not-whole-number': 'Nhập số nguyên.',
  'not-yes-no': 'Chọn có hoặc không.',
  'not-in-list': 'Chọn một giá trị trong danh sách.',
  'too-short': (p) => `Cần ít nhất ${p['minimum']} ký tự.`,
  'too-long': (p) => `Không quá ${p['maximum']} ký tự.`,
  'too-small': (p) => `Giá trị nhỏ nhất là ${p['minimum']}.`,
  'too-big': (p) => `Giá trị lớn nhất là ${p['maximum']}.`,
  pattern: 'Nội dung chưa đúng dạng.',
  'date-shape': 'Nhập ngày dạng 18/11/2019.',
  'date-in-future': 'Ngày này ở sau ngày hôm nay.',
  'birth-date-shape': 'Nhập ngày sinh dạng 18/11/1987, hoặc chỉ năm sinh.',
  'name-letters': 'Họ tên chỉ gồm chữ cái, ghi như trên giấy tờ.',
  'email-shape': 'Địa chỉ thư điện tử chưa đúng.',
  'phone-shape': 'Số điện thoại gồm 10 số, bắt đầu bằng số 0.',
  'personal-number-shape': 'Số định danh cá nhân gồm 12 số, ba số đầu là mã nơi đăng ký khai sinh.',
  'representation-missing': 'Ghi quan hệ hoặc giấy ủy quyền của người nộp với chủ hồ sơ.',
  'not-read-aloud': 'Đọc lại nội dung cho người điểm chỉ nghe trước khi điểm chỉ.',
  'witnesses-missing': (p) => `Thủ tục này cần ${p['count']} người làm chứng khi điểm chỉ.`,
  'witness-not-another': 'Người làm chứng phải là người khác, không trùng với người nộp, chủ hồ sơ hay người làm chứng kia.',
  'identity-number-missing': 'Nhập số giấy tờ tùy thân.',
  'identity-12-digits': 'Số này gồm 12 chữ số.',
  'identity-9-digits': 'Số chứng minh nhân dân gồm 9 chữ số (hoặc 12 chữ số với thẻ cấp sau).',
  'identity-reason-missing': 'Ghi lý do dùng giấy tờ khác hoặc không có giấy tờ tùy thân.',
  'identity-passport-shape': 'Số hộ chiếu gồm 6 đến 9 chữ và số.',
  'identity-issued-in-future': 'Ngày cấp ở sau ngày hôm nay.',
};

const WARNINGS: Readonly<Record<FieldWarningCode, Text>> = {
  'identity-province-unknown': 'Ba số đầu không có trong bảng mã; đối chiếu lại với giấy tờ.',
  'identity-sex-differs': 'Giới tính ghi khác với số định danh; đối chiếu lại, cán bộ quyết định.',
  'identity-birth-year-differs': 'Năm sinh ghi khác với số định danh; đối chiếu lại, cán bộ quyết định.',
  'identity-birth-year-in-future': 'Số định danh cho năm sinh ở tương lai; đối chiếu lại.',
  'identity-card-not-yet-issued': 'Thẻ căn cước chưa được cấp vào ngày này.',
  'identity-card-void': 'Chứng minh nhân dân hết giá trị từ 01/01/2025; ghi lý do nếu vẫn dùng.',
  'phone-old-eleven-digits': (p) => (p['now'] ? `Số 11 chữ số đã đổi đầu số, nay là ${p['now']}.` : 'Số 11 chữ số không còn dùng.'),
  'name-differs': 'Cùng số giấy tờ nhưng họ tên ghi khác nhau; giữ nguyên như giấy tờ, cán bộ quyết định.',
  'birth-date-differs': 'Cùng số giấy tờ nhưng ngày sinh ghi khác nhau; giữ nguyên như giấy tờ, cán bộ quyết định.',
  'authorisation-paper-unnamed': 'Chưa ghi số hoặc ngày của giấy ủy quyền.',
};

const say = (text: Text, params: Params): string => (typeof text === 'string' ? text : text(params ?? {}));
export const fieldErrorText = (error: FieldError): string => say(ERRORS[error.code], error.params);
export const fieldWarningText = (warning: FieldWarning): string => say(WARNINGS[warning.code], warning.params);
