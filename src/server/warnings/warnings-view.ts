// One page of warnings as the screens get it.
import type { Pool } from 'pg';
import { parseMoment } from '#core/kernel/parse-date.ts';
import { type Horizons, apologyBy, apologyIsDue, standingOf } from '#core/warning/standing-warnings.ts';
import { type NextStep, type Warned, WARNING_KINDS, type WarningKind } from '#core/warning/warned-of.ts';
import type { WarningSettings } from '#core/warning/warning-settings.ts';
import { WARNING_COUNT_CAP } from '#wire/list-names.ts';
import { type WarningList, WARNING_PAGE, type WarningRow, type WarningsView } from '#wire/warnings.wire.ts';
import { FROM_THE_BEGINNING, type WarningCursor, type WarningScope, type WarningSql, countWarnings, findWarnings } from './warnings.sql.ts';

const CURSOR = /^([^~]+)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor nobody made here begins at the beginning. */
const readCursor = (text: string | undefined): WarningCursor => {
  const [, fallsAt, dossierId] = CURSOR.exec(text ?? '') ?? [];
  return fallsAt !== undefined && dossierId !== undefined && parseMoment(fallsAt) === fallsAt ? { fallsAt, dossierId } : FROM_THE_BEGINNING;
};

/** What falls due, in one list; apologies and uncollected outcomes are about dossiers that stand in it or are done. */
const IN_ALL: readonly WarningKind[] = ['due', 'step', 'supplement'];

export const kindsOf = (list: WarningList, kinds: readonly WarningKind[]): readonly WarningKind[] =>
  list === 'all' ? kinds.filter((kind) => IN_ALL.includes(kind)) : kinds.filter((kind) => kind === list);

const rowOf = (row: WarningSql, horizons: Horizons, nextStep: (warned: Warned) => NextStep): WarningRow => {
  const { reappointed, stepRole, inChargeId: _inChargeId, finishedAt, ...shown } = row;
  const { urgency, daysLate } = standingOf(row.fallsAt, finishedAt ?? undefined, horizons);
  const mayApologise = !reappointed && row.dueAt !== null && (row.state === 'handed-over' || row.state === 'in-process')
    && (row.dueAt >= horizons.apology.from || apologyIsDue(row.dueAt, horizons));
  return {
    ...shown, urgency, daysLate, nextStep: nextStep({ kind: row.kind, state: row.state, urgency, stepRole: stepRole ?? undefined }),
    phone: row.phone ?? undefined, dueAt: row.dueAt ?? undefined, stepName: row.stepName ?? undefined, inChargeName: row.inChargeName ?? undefined,
    apologyBy: mayApologise && row.dueAt !== null ? apologyBy(row.dueAt) : undefined,
    dossierId: row.dossierId as WarningRow['dossierId'],
  };
};

export type AskedWarnings = { readonly list: WarningList; readonly after?: string; readonly onlyCounts?: '1' };

export const warningsViewOf = async (
  pool: Pool, provinceId: number, asked: AskedWarnings, scope: WarningScope,
  about: { readonly kinds: readonly WarningKind[]; readonly horizons: Horizons; readonly settings: WarningSettings; readonly nextStep: (warned: Warned) => NextStep },
): Promise<WarningsView> => {
  const { kinds, horizons, settings, nextStep } = about;
  const lists: WarningList[] = ['all', ...WARNING_KINDS.filter((kind) => kinds.includes(kind))];
  const counted = asked.onlyCounts ? kindsOf('all', kinds) : kinds;
  const chosen = kindsOf(asked.list, kinds);
  const [found, counts] = await Promise.all([
    asked.onlyCounts || chosen.length === 0 ? [] : findWarnings(pool, provinceId, chosen, scope, horizons, readCursor(asked.after), WARNING_PAGE + 1),
    countWarnings(pool, provinceId, counted, scope, horizons, WARNING_COUNT_CAP),
  ]);
  const all = kindsOf('all', kinds).reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  const rows = found.slice(0, WARNING_PAGE);
  const last = rows.at(-1);
  return {
    now: horizons.now, settings, lists, counts: asked.onlyCounts ? { all } : { all, ...counts }, rows: rows.map((row) => rowOf(row, horizons, nextStep)),
    next: found.length > WARNING_PAGE && last ? `${last.fallsAt}~${last.dossierId}` : null,
  };
};
