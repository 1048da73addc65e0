// The agencies after the deciding one as they are typed, and the command they make.
import type { LinkedAgency, TimeLimit } from '#core/procedure/procedure.ts';
import { limitTyped } from './answer-draft.ts';

export type LinkedDraft = { readonly agency: string; readonly time: string; readonly unit: TimeLimit['kind'] | ''; readonly source: string };
export const newLinked = (): LinkedDraft => ({ agency: '', time: '', unit: '', source: '' });

const timeOf = (limit: TimeLimit): string => ('days' in limit ? String(limit.days) : 'hours' in limit ? String(limit.hours) : '');
export const linkedDrafts = (linked: readonly LinkedAgency[]): readonly LinkedDraft[] =>
  linked.map(({ agency, limit, source }) => ({ agency, time: timeOf(limit), unit: limit.kind, source: source ?? '' }));

type Made = { readonly ok: true; readonly linked: readonly LinkedAgency[] } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

export const makeLinked = (drafts: readonly LinkedDraft[]): Made => {
  const lines = drafts.map((draft, i) => {
    const limit = limitTyped(draft);
    const [agency, source] = [draft.agency.trim(), draft.source.trim()];
    const errors = {
      ...(agency === '' ? { [`linked.${i}.agency`]: 'Ghi tên cơ quan phối hợp.' } : {}),
      ...(limit.ok ? {} : Object.fromEntries(Object.entries(limit.errors).map(([path, text]) => [`linked.${i}.${path}`, text]))),
      ...(source === '' ? { [`linked.${i}.source`]: 'Ghi văn bản quy định thời hạn này.' } : {}),
    };
    return { errors, made: limit.ok ? [{ agency, limit: limit.limit, source }] : [] };
  });
  const errors = Object.assign({}, ...lines.map((line) => line.errors)) as Readonly<Record<string, string>>;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, linked: lines.flatMap((line) => line.made) };
};
