// One row of the source as a procedure, without what only the province knows (steps, e-form, everyday names).
import { createHash } from 'node:crypto';
import type { ChecklistItem, FeeItem, OutcomeItem, ProcedureCase, ProcedureCode, ProcedureVersion, TimeLimit } from '#core/procedure/procedure.ts';
import type { Channel } from '#core/procedure/procedure.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { parseChecklist } from './parse-checklist.ts';
import { parseMethods } from './parse-methods.ts';
import type { Question } from '#core/procedure/catalogue-question.ts';
import type { CrawledRow, PortalDetail, SourceRow } from './source-row.ts';

export type Draft = {
  readonly code: ProcedureCode;
  readonly contentHash: Buffer;
  readonly facts: Pick<ProcedureVersion, 'name' | 'field' | 'level' | 'authority' | 'channels' | 'cases' | 'limits' | 'fees' | 'outcomes' | 'legalGrounds' | 'source'>;
  readonly questions: readonly Question[];
};

const NOTHING = /^(?:Không có thông tin|Không)$/u;
const said = (text: string): string | undefined => (text === '' || NOTHING.test(text) ? undefined : text);

const levelOf = (levels: string): ProcedureVersion['level'] =>
  /xã/iu.test(levels) ? 'commune' : /huyện/iu.test(levels) ? 'district' : /tỉnh/iu.test(levels) ? 'province' : 'ministry';

/** Each outcome ends in its code; after the last one the page's own search form follows ("Từ khóa…"). */
const outcomesOf = (text: string): readonly OutcomeItem[] => {
  const stated = said(text.split('Từ khóa')[0]?.trim() ?? '');
  if (stated === undefined) return [];
  const coded = [...stated.matchAll(/([^]+?)Mã: ?(KQ\.[A-Z]\d{2}\.\d+|[\d.]+[A-Z]\d{2}-KQ\d+)/gu)];
  if (coded.length === 0) return [{ outcomeId: 'outcome-1', name: stated.slice(0, 400) }];
  return coded.map((match, index) => ({ outcomeId: `outcome-${index + 1}`, name: (match[1] ?? '').trim().slice(0, 400), code: match[2] ?? '' }));
};

const groundsOf = (text: string): ProcedureVersion['legalGrounds'] =>
  [...new Set([...text.matchAll(/\d{1,4}\/\d{4}\/[A-ZĐ][A-ZĐ\d-]+/gu)].map((match) => match[0]))].map((instrument) => ({ instrument }));

const fromCrawled = (row: CrawledRow): Pick<Draft, 'facts' | 'questions'> => {
  const methods = parseMethods(row.cach_thuc_thuc_hien);
  const checklist = parseChecklist(row.thanh_phan_ho_so);
  const authority = said(row.co_quan_co_tham_quyen) ?? said(row.co_quan_thuc_hien);
  const outcomes = outcomesOf(row.ket_qua_xu_ly);
  const questions: Question[] = [...methods.questions, ...checklist.questions];
  if (authority === undefined) questions.push({ kind: 'authority-missing', path: 'authority', raw: row.co_quan_co_tham_quyen });
  if (outcomes.length === 0) questions.push({ kind: 'outcome-missing', path: 'outcomes', raw: row.ket_qua_xu_ly });
  return {
    facts: {
      name: row.ten_thu_tuc, field: row.linh_vuc, level: levelOf(row.cap_thuc_hien), authority: authority ?? '',
      channels: methods.channels, cases: checklist.cases, limits: methods.limits, fees: methods.fees, outcomes,
      legalGrounds: groundsOf(row.can_cu_phap_ly), source: `Cổng Dịch vụ công quốc gia, ${row.so_quyet_dinh}`.replace(/, $/u, ''),
    },
    questions,
  };
};

const PORTAL_CHANNELS: Readonly<Record<string, Channel>> = { DIRECT: 'counter', ONLINE: 'online', POSTAL: 'post' };

const portalLimit = (amount: string, unit: string): TimeLimit | Question['kind'] => {
  if (amount === '') return 'limit-not-stated';
  if (!/^\d+$/u.test(amount)) return 'limit-not-understood';
  if (/WORKING_?DAY|ngày làm việc/iu.test(unit)) return { kind: 'working-days', days: Number(amount) };
  if (/^(?:CALENDAR_?)?DAYS?$|^ngày$/iu.test(unit)) return { kind: 'calendar-days', days: Number(amount) };
  if (/HOUR|giờ/iu.test(unit)) return 'limit-hours-kind';
  return unit === '' ? 'limit-unit-missing' : 'limit-not-understood';
};

const fromPortal = ({ data }: PortalDetail): Pick<Draft, 'facts' | 'questions'> => {
  const questions: Question[] = [];
  const channels: Channel[] = [];
  const limits: { channel: Channel; limit: TimeLimit; note?: string }[] = [];
  const fees: FeeItem[] = [];
  for (const method of data.executionMethods) {
    const channel = PORTAL_CHANNELS[method.submissionMethod];
    if (channel === undefined || channels.includes(channel)) {
      if (channel === undefined) questions.push({ kind: 'channel-missing', path: 'channels', raw: method.submissionMethod });
      continue;
    }
    channels.push(channel);
    const limit = portalLimit(method.processingTime, method.processingTimeUnit);
    if (typeof limit === 'string') questions.push({ kind: limit, path: `limits.${channel}`, raw: `${method.processingTime} ${method.processingTimeUnit}`.trim() });
    else limits.push({ channel, limit, ...(method.description === '' ? {} : { note: method.description }) });
    if (!method.fees?.length) questions.push({ kind: 'fee-not-stated', path: `fees.${channel}`, raw: '' });
    method.fees?.forEach((fee, index) => {
      const path = `fees.${channel}-${index + 1}`;
      const kind = /CHARGE|lệ phí/iu.test(fee.type) ? ('charge' as const) : /FEE|phí/iu.test(fee.type) ? ('fee' as const) : undefined;
      const amount = typeof fee.value === 'number' ? fee.value : /^\d[\d.,]*$/u.test(fee.value ?? '') ? Number((fee.value ?? '').replaceAll(/[.,]/gu, '')) : undefined;
      if (kind === undefined) questions.push({ kind: 'fee-kind', path, raw: fee.type });
      if (amount === undefined) questions.push({ kind: 'fee-not-understood', path, raw: String(fee.value ?? '') });
      fees.push({ feeId: `${channel}-${index + 1}`, kind: kind ?? 'fee', name: kind === 'charge' ? 'Lệ phí' : 'Phí', channel, ...(amount === undefined ? {} : { amount }), ...(fee.description === '' ? {} : { note: fee.description }) });
    });
  }
  const cases: ProcedureCase[] = data.executionCases.map((one, caseIndex) => ({
    caseId: `case-${caseIndex + 1}`,
    name: one.name || (caseIndex === 0 ? 'Trường hợp chung' : `Trường hợp ${caseIndex + 1}`),
    checklist: one.profileComponents.filter((item) => item.name !== '').map((item, index): ChecklistItem => {
      const original = item.originalQty ?? 0;
      const copies = item.copyQty ?? 0;
      if (original === 0 && copies === 0) questions.push({ kind: 'paper-unclear', path: `cases[${caseIndex}].checklist[${index}]`, raw: item.name.slice(0, 300) });
      return { itemId: item.code || `c${caseIndex + 1}-${index + 1}`, name: item.name, required: item.required ?? original + copies > 0, original, certifiedCopy: 0, plainCopy: copies };
    }),
  }));
  if (channels.length === 0) questions.push({ kind: 'channel-missing', path: 'channels', raw: '' });
  if (!cases.some((one) => one.checklist.length > 0)) questions.push({ kind: 'checklist-missing', path: 'cases', raw: '' });
  if (cases.some((one) => one.checklist.some((item) => item.plainCopy > 0))) questions.push({ kind: 'copy-kind', path: 'cases', raw: '' });
  if (data.agencyName === '') questions.push({ kind: 'authority-missing', path: 'authority', raw: '' });
  questions.push({ kind: 'outcome-missing', path: 'outcomes', raw: '' });
  return {
    facts: {
      name: data.name, field: data.fieldName, level: 'commune', authority: data.agencyName, channels, cases, limits, fees,
      outcomes: [], legalGrounds: [], source: `Cổng Dịch vụ công quốc gia (JSON)${data.decisionNumber === '' ? '' : `, ${data.decisionNumber}`}`,
    },
    questions,
  };
};

/** The hash covers what was understood of the row, so that a re-crawl of the same facts changes nothing. */
export const draftOf = (source: SourceRow): Draft => {
  const code = (source.kind === 'crawled' ? source.row.ma_thu_tuc : source.row.data.code) as ProcedureCode;
  const read = source.kind === 'crawled' ? fromCrawled(source.row) : fromPortal(source.row);
  const contentHash = createHash('sha256').update(canonicalJson({ facts: read.facts, questions: read.questions })).digest();
  return { code, contentHash, ...read };
};
