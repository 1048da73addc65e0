// “Thành phần hồ sơ” as crawled: cases, each with a heading, then names and quantities glued together.
// A quantity cell is glued to the text before it ("…theo mẫu1 bản chính,1 bản sao"); a quantity that
// stands after a space or with a leading zero belongs to the paper's own name.
import type { ChecklistItem, ProcedureCase } from '#core/procedure/procedure.ts';
import type { Question } from '#core/procedure/catalogue-question.ts';

export type ParsedChecklist = { readonly cases: readonly ProcedureCase[]; readonly questions: readonly Question[] };

const HEADING = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';
const QUANTITY = /(\d+) bản chính(?:,(\d+) bản sao)?/gu;
const COPY_NOTE = 'Nguồn ghi “bản sao”: chưa rõ bản sao có chứng thực hay bản chụp.';

const tidy = (text: string): string => text.replaceAll(/\s+/gu, ' ').replace(/^[-–+*•;.\s]+/u, '').trim();

const caseName = (text: string, index: number): string => {
  const name = tidy(text).replace(/:$/u, '').trim();
  return name === '' ? (index === 0 ? 'Trường hợp chung' : `Trường hợp ${index + 1}`) : name;
};

const itemsOf = (table: string, caseIndex: number, questions: Question[]): { items: ChecklistItem[]; tail: string } => {
  const items: ChecklistItem[] = [];
  let from = 0;
  for (const match of table.matchAll(QUANTITY)) {
    const digits = match[1] ?? '0';
    const inProse = /[\s(]$/u.test(table.slice(0, match.index));
    if (inProse && (digits.length === 1 || digits.startsWith('0'))) continue;
    // "…/TT-BTC năm 20261 bản chính": only the last digit is the cell, the rest is the name's
    const glued = digits.length > 1;
    const original = Number(digits.at(-1));
    const copies = Number(match[2] ?? 0);
    const name = tidy(table.slice(from, match.index) + digits.slice(0, -1));
    from = match.index + match[0].length;
    const path = `cases[${caseIndex}].checklist[${items.length}]`;
    if (name === '') continue;
    if (glued) questions.push({ kind: 'quantity-unclear', path, raw: `${name.slice(-60)}|${match[0]}` });
    const empty = original === 0 && copies === 0;
    if (empty) questions.push({ kind: 'paper-unclear', path, raw: name.slice(0, 300) });
    items.push({
      itemId: `c${caseIndex + 1}-${items.length + 1}`,
      name,
      required: !empty && !/nếu có|trường hợp|đối với/iu.test(name),
      original, certifiedCopy: 0, plainCopy: copies,
      ...(copies > 0 ? { note: COPY_NOTE } : {}),
    });
  }
  return { items, tail: table.slice(from) };
};

/** Reads the glued lists; papers whose quantity or kind is unclear stay, with a question. */
export const parseChecklist = (text: string): ParsedChecklist => {
  const questions: Question[] = [];
  const parts = text.split(HEADING);
  const cases: ProcedureCase[] = [];
  let name = parts[0] ?? '';
  parts.slice(1).forEach((table, index) => {
    const { items, tail } = itemsOf(table, index, questions);
    if (items.length > 0) cases.push({ caseId: `case-${index + 1}`, name: caseName(name, cases.length), checklist: items });
    else if (tidy(table) !== '') questions.push({ kind: 'checklist-missing', path: `cases[${index}]`, raw: table.slice(0, 300) });
    name = items.length > 0 ? tail : '';
  });
  if (cases.length === 0) questions.push({ kind: 'checklist-missing', path: 'cases', raw: text.slice(0, 300) });
  if (cases.some((one) => one.checklist.some((item) => item.plainCopy > 0))) {
    questions.push({ kind: 'copy-kind', path: 'cases', raw: String(cases.flatMap((c) => c.checklist).filter((i) => i.plainCopy > 0).length) });
  }
  return { cases, questions };
};
