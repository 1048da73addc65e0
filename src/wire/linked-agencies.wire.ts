// GET and POST /api/admin/procedures/:code/linked-agencies: who works after the deciding agency, for how long, by which source.
import { z } from 'zod';
import type { LinkedRefused, SetLinkedAgencies } from '#core/procedure/linked-agencies.ts';
import { limitOfLaw } from './admin.wire.ts';
import { count, line } from './fields.ts';
import { linkedAgency, procedureCode } from './procedure.wire.ts';

export const linkedAgenciesView = z.object({
  procedureCode, name: z.string(), version: z.int(), authority: z.string(), linked: z.array(linkedAgency).readonly(),
});
export type LinkedAgenciesView = z.output<typeof linkedAgenciesView>;

export const setLinkedAgenciesCommand = z.object({
  baseVersion: count(1_000_000),
  linked: z.array(z.strictObject({ agency: line(200), limit: limitOfLaw, source: line(300) })).max(20),
}) satisfies z.ZodType<SetLinkedAgencies>;
export const setLinkedAgenciesAnswer = z.object({ procedureCode, version: z.int() });

export const linkedRefusalText = (refusal: LinkedRefused): string => {
  switch (refusal.kind) {
    case 'procedure-changed': return `Thủ tục nay ở phiên bản ${refusal.version}. Vui lòng xem lại rồi lưu lần nữa.`;
    case 'nothing-changed': return 'Các cơ quan phối hợp không thay đổi nên không có phiên bản mới.';
    case 'agency-twice': return `“${refusal.agency}” có hai lần. Mỗi cơ quan chỉ ghi một dòng.`;
  }
};
