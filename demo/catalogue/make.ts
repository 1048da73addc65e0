// The words in which the demo catalogue is written: papers, limits, fees, steps, one procedure.
import type { PlainDate } from '#core/kernel/moment.ts';
import type {
  Channel, ChecklistItem, EForm, FeeItem, InternalStep, LegalExtension, LegalGround, OutcomeItem, ProcedureCase,
  ProcedureCode, ProcedureVersion, TimeLimit,
} from '#core/procedure/procedure.ts';

type PaperOptions = { readonly count?: number; readonly optional?: true; readonly note?: string; readonly formTemplate?: string };

const paper = (itemId: string, name: string, options: PaperOptions, counts: Partial<ChecklistItem>): ChecklistItem => ({
  itemId, name, required: options.optional !== true, original: 0, certifiedCopy: 0, plainCopy: 0, ...counts,
  ...(options.note === undefined ? {} : { note: options.note }),
  ...(options.formTemplate === undefined ? {} : { formTemplate: options.formTemplate }),
});

/** Bản chính. */
export const original = (itemId: string, name: string, options: PaperOptions = {}): ChecklistItem =>
  paper(itemId, name, options, { original: options.count ?? 1 });
/** Bản sao có chứng thực. */
export const certified = (itemId: string, name: string, options: PaperOptions = {}): ChecklistItem =>
  paper(itemId, name, options, { certifiedCopy: options.count ?? 1 });
/** Bản chụp. */
export const copied = (itemId: string, name: string, options: PaperOptions = {}): ChecklistItem =>
  paper(itemId, name, options, { plainCopy: options.count ?? 1 });
/** Looked at and given back. */
export const shown = (itemId: string, name: string, options: PaperOptions = {}): ChecklistItem =>
  paper(itemId, name, options, { original: 1, shownOnly: true });

export const caseOf = (caseId: string, name: string, ...checklist: readonly ChecklistItem[]): ProcedureCase => ({ caseId, name, checklist });

export const sameDay: TimeLimit = { kind: 'same-day' };
export const workingDays = (days: number): TimeLimit => ({ kind: 'working-days', days });
export const calendarDays = (days: number): TimeLimit => ({ kind: 'calendar-days', days });

type LimitLine = ProcedureVersion['limits'][number];
export const limitOn = (channels: readonly Channel[], limit: TimeLimit, note?: string): readonly LimitLine[] =>
  channels.map((channel) => ({ channel, limit, ...(note === undefined ? {} : { note }) }));

/** Luật Hộ tịch gives more time where something must be verified. */
export const toVerify = (days: number, article: string): readonly LegalExtension[] => [{
  extensionId: 'verify', ground: 'Trường hợp cần phải xác minh', by: { kind: 'working-days', days }, law: `Luật Hộ tịch 2014 ${article}`,
}];

/** Phí: the price of a service. */
export const fee = (feeId: string, name: string, more: Partial<FeeItem> = {}): FeeItem => ({ feeId, kind: 'fee', name, ...more });
/** Lệ phí: a fixed charge of the State. */
export const charge = (feeId: string, name: string, more: Partial<FeeItem> = {}): FeeItem => ({ feeId, kind: 'charge', name, ...more });

export const outcome = (outcomeId: string, name: string, code?: string): OutcomeItem =>
  code === undefined ? { outcomeId, name } : { outcomeId, name, code };

export const law = (instrument: string, article?: string): LegalGround =>
  article === undefined ? { instrument } : { instrument, article };

/** Officer and signer, as a commune worked before 1/7/2025: it had no section between them. */
export const officerSignerSteps = (officer: number, signer: number, records: number, officerDoes = 'Thẩm tra hồ sơ, dự thảo kết quả'): readonly InternalStep[] => [
  { stepId: 'examine', name: officerDoes, role: 'agency-officer', hours: officer },
  { stepId: 'sign', name: 'Lãnh đạo xem xét, ký', role: 'signing-leader', hours: signer },
  { stepId: 'issue', name: 'Văn thư vào sổ, cấp số, đóng dấu, phát hành', role: 'records-clerk', hours: records },
];

/** With a head of section between officer and signer. */
export const sectionSteps = (officer: number, head: number, signer: number, records: number, officerDoes = 'Thẩm tra hồ sơ, dự thảo kết quả'): readonly InternalStep[] => [
  { stepId: 'examine', name: officerDoes, role: 'agency-officer', hours: officer },
  { stepId: 'review', name: 'Lãnh đạo phòng soát xét', role: 'section-head', hours: head },
  { stepId: 'sign', name: 'Lãnh đạo xem xét, ký', role: 'signing-leader', hours: signer },
  { stepId: 'issue', name: 'Văn thư vào sổ, cấp số, đóng dấu, phát hành', role: 'records-clerk', hours: records },
];

type Required = 'name' | 'field' | 'level' | 'authority' | 'cases' | 'limits' | 'outcomes' | 'legalGrounds' | 'steps' | 'everydayNames' | 'source';
export type ProcedureText = Pick<ProcedureVersion, Required> &
  Partial<Omit<ProcedureVersion, Required | 'code' | 'validFrom' | 'validTo'>> &
  { readonly code: string; readonly validFrom: string; readonly validTo?: string };

/** What a helper fills in for many procedures may still be said by one of them. */
export type ProcedureRest<Given extends keyof ProcedureText> = Omit<ProcedureText, Given> & Partial<Pick<ProcedureText, Given>>;

export const procedure = (text: ProcedureText): ProcedureVersion => ({
  version: 1,
  channels: [...new Set(text.limits.map((line) => line.channel))],
  fees: [],
  mustBePresent: false,
  signsRegister: false,
  resolvedAtDesk: false,
  numberSource: 'ours',
  slips: 'one-stop',
  incomplete: [],
  ...text,
  code: text.code as ProcedureCode,
  validFrom: text.validFrom as PlainDate,
  ...(text.validTo === undefined ? {} : { validTo: text.validTo as PlainDate }),
} as ProcedureVersion);

type FieldText = EForm['properties'][string];
export const text = (title: string, more: Partial<FieldText> = {}): FieldText => ({ type: 'string', title, maxLength: 200, ...more });
export const longText = (title: string, more: Partial<FieldText> = {}): FieldText => ({ type: 'string', title, maxLength: 1000, ...more });
export const date = (title: string, more: Partial<FieldText> = {}): FieldText => ({ type: 'string', title, format: 'date', ...more });
export const personalNumber = (title: string, more: Partial<FieldText> = {}): FieldText => ({ type: 'string', title, format: 'personal-number', ...more });
export const phone = (title: string): FieldText => ({ type: 'string', title, format: 'phone' });
export const count = (title: string, more: Partial<FieldText> = {}): FieldText => ({ type: 'integer', title, minimum: 0, ...more });
export const yesNo = (title: string, more: Partial<FieldText> = {}): FieldText => ({ type: 'boolean', title, ...more });
export const choice = (title: string, options: Readonly<Record<string, string>>, more: Partial<FieldText> = {}): FieldText =>
  ({ type: 'string', title, enum: Object.keys(options), enumTitles: Object.values(options), ...more });
export const sex = (title = 'Giới tính'): FieldText => choice(title, { nam: 'Nam', nu: 'Nữ' });

type Group = { readonly title: string; readonly fields: Readonly<Record<string, FieldText>>; readonly optional?: readonly string[] };
/** The groups of a declaration form, in their order; every field is required save the `optional` ones. */
export const form = (title: string, ...groups: readonly Group[]): EForm => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  title,
  properties: Object.assign({}, ...groups.map((group) => group.fields)) as EForm['properties'],
  required: groups.flatMap((group) => Object.keys(group.fields).filter((field) => !(group.optional ?? []).includes(field))),
  groups: groups.map((group) => ({ title: group.title, fields: Object.keys(group.fields) })),
});
export const group = (title: string, fields: Group['fields'], optional: readonly string[] = []): Group => ({ title, fields, optional });
/** A group of which nothing is required. */
export const optionalGroup = (title: string, fields: Group['fields']): Group => ({ title, fields, optional: Object.keys(fields) });
