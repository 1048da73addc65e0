// Agencies that work after the deciding one, each with the limit its own law gives: entered where a source is known,
// whole for a procedure, never guessed. A dossier keeps those of its version.
// @law NĐ 61/2018/NĐ-CP Đ.15, Đ.19; NĐ 118/2025/NĐ-CP
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { LinkedAgency, ProcedureVersion } from './procedure.ts';

export type SetLinkedAgencies = {
  /** The version that was looked at when they were entered. */
  readonly baseVersion: number;
  readonly linked: readonly LinkedAgency[];
};
export type LinkedRefused =
  | { readonly kind: 'procedure-changed'; readonly version: number }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'agency-twice'; readonly agency: string };

const same = (a: readonly LinkedAgency[], b: readonly LinkedAgency[]): boolean =>
  a.length === b.length && a.every(({ agency, limit, source }, i) =>
    agency === b[i]?.agency && source === b[i]?.source && JSON.stringify(Object.entries(limit).sort()) === JSON.stringify(Object.entries(b[i]?.limit ?? {}).sort()));

/** In the order they work; the caller decides whether this is the same version or a new one. */
export const setLinkedAgencies = ({ baseVersion, linked }: SetLinkedAgencies, procedure: ProcedureVersion): Result<ProcedureVersion, LinkedRefused> => {
  if (baseVersion !== procedure.version) return refuse({ kind: 'procedure-changed', version: procedure.version });
  const twice = linked.find(({ agency }, i) => linked.findIndex((one) => one.agency === agency) !== i);
  if (twice) return refuse({ kind: 'agency-twice', agency: twice.agency });
  if (same(procedure.linked ?? [], linked)) return refuse({ kind: 'nothing-changed' });
  const { linked: _before, ...rest } = procedure;
  return ok(linked.length === 0 ? rest : { ...rest, linked });
};
