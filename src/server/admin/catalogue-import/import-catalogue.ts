// Rows → versions: an unchanged row changes nothing, a changed one makes a new version that keeps
// what only the province knows (internal steps, e-form, everyday names, who must be present).
import { foldVietnamese } from '#core/kernel/fold.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { procedureVersion } from '#wire/procedure.wire.ts';
import { type Draft, draftOf } from './draft.ts';
import type { NewVersion, StoredVersion } from './import.sql.ts';
import { QUESTION_TEXTS, UNKNOWN_AT_FIRST, type Question } from '#core/procedure/catalogue-question.ts';
import type { ReadLine } from './read-file.ts';
import { type RefusedRow, parseSourceRow } from './source-row.ts';

export type RowReport = {
  readonly code: string;
  readonly name: string;
  readonly state: 'new' | 'changed' | 'unchanged';
  readonly questions: readonly Question[];
};
export type ImportPlan = {
  readonly rows: readonly RowReport[];
  readonly refusedRows: readonly RefusedRow[];
  readonly versions: readonly NewVersion[];
  readonly totals: { readonly read: number; readonly imported: number; readonly questions: number; readonly refused: number };
};

const incompleteOf = (questions: readonly Question[]): readonly string[] =>
  [...new Set(questions.map((question) => `${QUESTION_TEXTS[question.kind]}.`))];

const versionOf = (draft: Draft, before: StoredVersion | undefined, today: ProcedureVersion['validFrom']): ProcedureVersion => {
  const known = before?.content;
  return {
    ...draft.facts,
    name: draft.facts.name || known?.name || '',
    code: draft.code,
    version: (before?.version ?? 0) + 1,
    validFrom: today,
    everydayNames: known?.everydayNames ?? [],
    outcomes: draft.facts.outcomes.length > 0 ? draft.facts.outcomes : (known?.outcomes ?? []),
    mustBePresent: known?.mustBePresent ?? false,
    signsRegister: known?.signsRegister ?? false,
    resolvedAtDesk: known?.resolvedAtDesk ?? false,
    numberSource: known?.numberSource ?? 'ours',
    slips: known?.slips ?? 'one-stop',
    ...(known?.eForm ? { eForm: known.eForm } : {}),
    steps: known?.steps ?? [],
    incomplete: [...incompleteOf(draft.questions), ...(known ? known.incomplete.filter((line) => UNKNOWN_AT_FIRST.includes(line)) : UNKNOWN_AT_FIRST)],
  };
};

const searchTextOf = (version: ProcedureVersion): string =>
  foldVietnamese([version.code, version.name, version.field, ...version.everydayNames].join(' '));

/** What an import would do; `stored` are the latest versions (none: a trial without a database). */
export const planImport = (lines: readonly ReadLine[], stored: ReadonlyMap<string, StoredVersion>, now: Moment): ImportPlan => {
  const reports: RowReport[] = [];
  const refused: RefusedRow[] = [];
  const versions: NewVersion[] = [];
  const seen = new Set<string>();
  for (const read of lines) {
    const source = 'broken' in read ? { line: read.line, reason: read.broken } : parseSourceRow(read.line, read.value);
    if (!('kind' in source)) {
      refused.push(source);
      continue;
    }
    const draft = draftOf(source);
    const before = stored.get(draft.code);
    const content = versionOf(draft, before, dateOf(now));
    if (seen.has(draft.code)) refused.push({ line: read.line, code: draft.code, reason: 'mã thủ tục có hai lần trong tệp' });
    else if (content.name === '') refused.push({ line: read.line, code: draft.code, reason: 'data.name: thiếu tên thủ tục' });
    else {
      seen.add(draft.code);
      procedureVersion.parse(content);
      const unchanged = before?.content_hash.equals(draft.contentHash) ?? false;
      reports.push({ code: draft.code, name: content.name, state: unchanged ? 'unchanged' : before ? 'changed' : 'new', questions: draft.questions });
      if (!unchanged) versions.push({ content, contentHash: draft.contentHash, searchFolded: searchTextOf(content), questions: draft.questions });
    }
  }
  return {
    rows: reports, refusedRows: refused, versions,
    totals: {
      read: lines.length, imported: versions.length,
      questions: versions.reduce((count, version) => count + version.questions.length, 0), refused: refused.length,
    },
  };
};
