// The words at a field that does not fit its schema; one text for browser and server.
import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const EMPTY = 'Mục này chưa được điền.';

const FORMATS: Readonly<Record<string, string>> = {
  email: 'Địa chỉ thư điện tử chưa đúng.',
  uuid: 'Mã định danh không đúng dạng.',
  date: 'Ngày chưa đúng.',
  datetime: 'Thời điểm chưa đúng.',
  time: 'Giờ chưa đúng.',
  url: 'Đường dẫn chưa đúng.',
};

const tooSmall = (issue: z.core.$ZodIssueTooSmall): string => {
  const least = Number(issue.minimum);
  if (issue.origin === 'string') return least <= 1 ? EMPTY : `Cần ít nhất ${least} ký tự.`;
  if (issue.origin === 'array' || issue.origin === 'set') return least <= 1 ? 'Cần chọn ít nhất một mục.' : `Cần ít nhất ${least} mục.`;
  return issue.inclusive === false ? `Giá trị phải lớn hơn ${least}.` : `Giá trị nhỏ nhất là ${least}.`;
};

const tooBig = (issue: z.core.$ZodIssueTooBig): string => {
  const most = Number(issue.maximum);
  if (issue.origin === 'string') return `Không quá ${most} ký tự.`;
  if (issue.origin === 'array' || issue.origin === 'set') return `Không quá ${most} mục.`;
  return issue.inclusive === false ? `Giá trị phải nhỏ hơn ${most}.` : `Giá trị lớn nhất là ${most}.`;
};

const isMissing = (input: unknown): boolean => input === undefined || input === null || input === '';

export const fieldMessage = (issue: Issue): string => {
  switch (issue.code) {
    case 'too_small': return tooSmall(issue as z.core.$ZodIssueTooSmall);
    case 'too_big': return tooBig(issue as z.core.$ZodIssueTooBig);
    case 'invalid_type': return isMissing(issue.input) ? EMPTY : 'Giá trị không đúng kiểu.';
    case 'invalid_format': return isMissing(issue.input) ? EMPTY : (FORMATS[String(issue['format'])] ?? 'Nội dung chưa đúng dạng.');
    case 'invalid_value': return isMissing(issue.input) ? 'Cần chọn một giá trị.' : 'Giá trị không có trong danh sách cho phép.';
    case 'unrecognized_keys': return 'Có mục không được phép gửi kèm.';
    case 'not_multiple_of': return 'Giá trị không đúng bước.';
    default: return isMissing(issue.input) ? EMPTY : 'Giá trị không hợp lệ.';
  }
};

/** A message written in the schema itself still wins. */
export const speakVietnamese = (): void => {
  z.config({ localeError: fieldMessage });
};
