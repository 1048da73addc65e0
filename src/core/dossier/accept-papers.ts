// What the agency sent back is counted at the desk, paper by paper, before it goes into anybody's hands: what did not come,
// or came damaged, is said here, where both sides can still ask each other. Where nothing came at all, the agency still
// owes it: there is nothing to give, and it sends it once it is found.
// @law NĐ 61/2018/NĐ-CP Đ.20.2, Đ.21; QĐ 45/2016/QĐ-TTg Đ.8
import type { FieldError } from '../kernel/field-error.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk } from '../organisation/organisation.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { DeskHands } from './dossier.ts';
import type { NoPapersToGive, PapersPlace } from './give-back-papers.ts';
import type { PaperKept } from './way-back.ts';

export const COUNT_RESULTS = ['received', 'short', 'damaged'] as const;
/** One line as it was counted; `arrived` of a short one: how many came, none included. */
export type PaperCounted = { readonly lineNo: number; readonly result: (typeof COUNT_RESULTS)[number]; readonly arrived?: number; readonly note?: string };
export type PaperDifference = { readonly lineNo: number; readonly name: string; readonly result: 'short' | 'damaged'; readonly sent: number; readonly arrived: number; readonly note: string };

export type PapersAccepted = { readonly hands: DeskHands; readonly place: 'at-desk' | 'agency'; readonly counted: readonly PaperCounted[]; readonly differences: readonly PaperDifference[] };
export type AcceptPapersRefused =
  | DeskActRefused | NoPapersToGive
  | { readonly kind: 'papers-at-agency' }
  | { readonly kind: 'papers-counted-already' }
  | { readonly kind: 'papers-not-counted'; readonly names: readonly string[] }
  | { readonly kind: 'fields-invalid'; readonly errors: readonly FieldError[] };

const lineErrors = (line: PaperCounted, paper: PaperKept | undefined, index: number): readonly FieldError[] => {
  if (line.result === 'received') return [];
  const path = `papers.${index}`;
  const most = (paper?.count ?? 1) - 1;
  return [
    ...((line.note ?? '') === '' ? [{ path: `${path}.note`, code: 'required' as const }] : []),
    ...(line.result === 'short' && line.arrived === undefined ? [{ path: `${path}.arrived`, code: 'required' as const }] : []),
    ...(line.result === 'short' && (line.arrived ?? 0) > most ? [{ path: `${path}.arrived`, code: 'too-big' as const, params: { maximum: most } }] : []),
  ];
};

const arrivedOf = (paper: PaperKept, line: PaperCounted | undefined): number => (line?.result === 'short' ? (line.arrived ?? 0) : paper.count);

export const acceptPapersBack = (
  command: { readonly revision: number; readonly papers: readonly PaperCounted[] },
  facts: { readonly actor: DeskActor; readonly desk: Desk; readonly dossier: DeskDossier; readonly kept: readonly PaperKept[]; readonly place?: PapersPlace },
): Result<PapersAccepted, AcceptPapersRefused> => {
  const hands = mayActAtDesk('accept-papers-back', facts.dossier, command.revision, facts.actor, facts.desk);
  if (!hands.ok) return hands;
  if (facts.place === 'agency') return refuse({ kind: 'papers-at-agency' });
  if (facts.place === 'at-desk') return refuse({ kind: 'papers-counted-already' });
  if (facts.place !== 'on-the-way') return refuse({ kind: 'papers-already-back' });
  const lineOf = ({ lineNo }: PaperKept) => command.papers.find((line) => line.lineNo === lineNo);
  const forgotten = facts.kept.filter((paper) => !lineOf(paper)).map((paper) => paper.name);
  if (forgotten.length > 0) return refuse({ kind: 'papers-not-counted', names: forgotten });
  const errors = command.papers.flatMap((line, index) => lineErrors(line, facts.kept.find(({ lineNo }) => lineNo === line.lineNo), index));
  if (errors.length > 0) return refuse({ kind: 'fields-invalid', errors });
  const differences = facts.kept.flatMap((paper): readonly PaperDifference[] => {
    const line = lineOf(paper);
    if (!line || line.result === 'received') return [];
    return [{ lineNo: paper.lineNo, name: paper.name, result: line.result, sent: paper.count, arrived: arrivedOf(paper, line), note: line.note ?? '' }];
  });
  const nothingCame = facts.kept.length > 0 && facts.kept.every((paper) => arrivedOf(paper, lineOf(paper)) === 0);
  return ok({ hands: hands.value, place: nothingCame ? 'agency' : 'at-desk', counted: facts.kept.flatMap((paper) => lineOf(paper) ?? []), differences });
};

/** What lies at the desk to be given, and what never came; without a count, as of old, all of it is here. */
export const papersHere = (
  kept: readonly PaperKept[], counted: readonly PaperCounted[] = [],
): { readonly here: readonly PaperKept[]; readonly missing: readonly (PaperKept & { readonly note: string })[] } => {
  const lines = kept.map((paper) => {
    const line = counted.find(({ lineNo }) => lineNo === paper.lineNo);
    return { paper, arrived: arrivedOf(paper, line), note: line?.note ?? '' };
  });
  return {
    here: lines.flatMap(({ paper, arrived }) => (arrived > 0 ? [{ ...paper, count: arrived }] : [])),
    missing: lines.flatMap(({ paper, arrived, note }) => (arrived < paper.count ? [{ ...paper, count: paper.count - arrived, note: `Thiếu khi cơ quan chuyển trả: ${note}` }] : [])),
  };
};
