// The two shapes the catalogue comes in: crawled pages (one flat row of texts) and the portal's JSON detail.
// A row that is neither, or lacks a code or a name, is refused with the field named.
import { z } from 'zod';

const text = z.string().default('').transform((value) => value.normalize('NFC').trim());
const code = z.string().trim().regex(/^\d\.\d{6}(?:\.[HG]\d{2})?$/u, 'mã thủ tục phải có dạng 1.001193');

export const crawledRow = z.object({
  ma_thu_tuc: code,
  ten_thu_tuc: z.string().transform((value) => value.normalize('NFC').trim()).pipe(z.string().min(1, 'thiếu tên thủ tục')),
  so_quyet_dinh: text, cap_thuc_hien: text, linh_vuc: text, co_quan_co_tham_quyen: text, co_quan_thuc_hien: text,
  cach_thuc_thuc_hien: text, thanh_phan_ho_so: text, can_cu_phap_ly: text, ket_qua_xu_ly: text, yeu_cau_dieu_kien: text,
});
export type CrawledRow = z.infer<typeof crawledRow>;

const looseText = z.union([z.string(), z.number()]).nullish().transform((value) => String(value ?? '').normalize('NFC').trim());
const quantity = z.coerce.number().int().min(0).max(999).nullish();

export const portalDetail = z.object({
  data: z.object({
    code,
    name: looseText, fieldName: looseText, agencyName: looseText, decisionNumber: looseText,
    executionMethods: z.array(z.object({
      submissionMethod: z.string(),
      processingTime: looseText, processingTimeUnit: looseText, description: looseText,
      fees: z.array(z.object({ type: looseText, value: z.union([z.number(), z.string()]).nullish(), description: looseText })).nullish(),
    })).nullish().transform((list) => list ?? []),
    executionCases: z.array(z.object({
      name: looseText,
      profileComponents: z.array(z.object({ code: looseText, name: looseText, originalQty: quantity, copyQty: quantity, required: z.boolean().nullish() })).nullish().transform((list) => list ?? []),
    })).nullish().transform((list) => list ?? []),
  }),
});
export type PortalDetail = z.infer<typeof portalDetail>;

export type SourceRow = { readonly kind: 'crawled'; readonly row: CrawledRow } | { readonly kind: 'portal'; readonly row: PortalDetail };
export type RefusedRow = { readonly line: number; readonly code?: string; readonly reason: string };

const reasonOf = (error: z.ZodError): string =>
  error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'dòng'}: ${issue.message}`).join('; ');

export const parseSourceRow = (line: number, value: unknown): SourceRow | RefusedRow => {
  if (typeof value !== 'object' || value === null) return { line, reason: 'không phải một bản ghi thủ tục' };
  if ('data' in value) {
    const parsed = portalDetail.safeParse(value);
    return parsed.success ? { kind: 'portal', row: parsed.data } : { line, reason: reasonOf(parsed.error) };
  }
  const parsed = crawledRow.safeParse(value);
  if (parsed.success) return { kind: 'crawled', row: parsed.data };
  const named = 'ma_thu_tuc' in value && typeof value.ma_thu_tuc === 'string' ? { code: value.ma_thu_tuc } : {};
  return { line, ...named, reason: reasonOf(parsed.error) };
};
