// What can be wrong with a journal, and how it is told to an administrator.
import { never } from '#core/kernel/brand.ts';

export type Finding =
  | { readonly kind: 'missing'; readonly chainId: string; readonly seq: number }
  | { readonly kind: 'changed'; readonly chainId: string; readonly seq: number }
  | { readonly kind: 'reordered'; readonly chainId: string; readonly seq: number }
  /** The entry was hashed onto another predecessor than the one that stands before it. */
  | { readonly kind: 'broken-link'; readonly chainId: string; readonly seq: number }
  /** A column beside the body says otherwise than the body. */
  | { readonly kind: 'column-differs'; readonly chainId: string; readonly seq: number; readonly column: string }
  | { readonly kind: 'head-differs'; readonly chainId: string; readonly seq: number }
  | { readonly kind: 'not-as-signed'; readonly chainId: string; readonly seq: number; readonly checkpointNo: number }
  | { readonly kind: 'missing-since-signed'; readonly chainId: string; readonly seq: number; readonly checkpointNo: number }
  | { readonly kind: 'checkpoint-forged'; readonly checkpointNo: number }
  | { readonly kind: 'checkpoint-missing'; readonly checkpointNo: number };

export const findingText = (finding: Finding): string => {
  switch (finding.kind) {
    case 'missing': return `Chuỗi ${finding.chainId}: thiếu mục số ${finding.seq}.`;
    case 'changed': return `Chuỗi ${finding.chainId}: nội dung mục số ${finding.seq} đã bị sửa.`;
    case 'reordered': return `Chuỗi ${finding.chainId}: mục số ${finding.seq} không đúng thứ tự.`;
    case 'broken-link': return `Chuỗi ${finding.chainId}: mục số ${finding.seq} không nối tiếp mục đứng trước.`;
    case 'column-differs': return `Chuỗi ${finding.chainId}: mục số ${finding.seq} có cột ${finding.column} khác với nội dung đã ghi.`;
    case 'head-differs': return `Chuỗi ${finding.chainId}: mục cuối ghi nhận (số ${finding.seq}) không khớp với nhật ký.`;
    case 'not-as-signed': return `Chuỗi ${finding.chainId}: mục số ${finding.seq} khác với điểm chốt số ${finding.checkpointNo} đã ký.`;
    case 'missing-since-signed': return `Chuỗi ${finding.chainId}: mục số ${finding.seq} có trong điểm chốt số ${finding.checkpointNo} đã ký nhưng không còn trong nhật ký.`;
    case 'checkpoint-forged': return `Điểm chốt số ${finding.checkpointNo}: chữ ký không đúng.`;
    case 'checkpoint-missing': return `Thiếu điểm chốt số ${finding.checkpointNo}.`;
    default: return never(finding);
  }
};
