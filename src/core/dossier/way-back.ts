// The papers of a dossier that ended without an outcome go back to whoever may have them, counted one by one and
// signed for; a paper that is not given back says why. Nothing of a citizen stays behind unrecorded.
// @law NĐ 61/2018/NĐ-CP Đ.19.8, Đ.20.2; TT 03/2025/TT-VPCP Mẫu số 05
import type { FieldError } from '../kernel/field-error.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Parties } from '../people/person.ts';
import type { PaperForm } from '../procedure/procedure.ts';
import { type Signing, signingErrors } from './signing.ts';

/** A paper that lies in the dossier: shown and electronic ones do not. */
export type PaperKept = { readonly lineNo: number; readonly name: string; readonly form: PaperForm; readonly count: number };

/** Of all that was laid down: papers only shown went home at once, electronic ones have no way back. */
export const keptOf = (papers: readonly (PaperKept & { readonly shownOnly: boolean })[]): readonly PaperKept[] =>
  papers.filter((paper) => !paper.shownOnly && paper.form !== 'e-copy').map(({ lineNo, name, form, count }) => ({ lineNo, name, form, count }));

export type PapersTaken = {
  readonly receiver:
    | { readonly relation: 'applicant' | 'owner'; readonly identityNumber?: string }
    | { readonly relation: 'authorised'; readonly fullName: string; readonly identityNumber: string; readonly authorisation: string };
  readonly papers: readonly { readonly lineNo: number; readonly given: boolean; readonly note?: string }[];
  readonly signing: Signing;
};

export type PapersTakenRefused =
  | { readonly kind: 'fields-invalid'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'papers-not-listed'; readonly names: readonly string[] }
  | { readonly kind: 'no-owner-named' };

export type PapersGivenBack = {
  readonly receiverName: string;
  readonly given: readonly PaperKept[];
  readonly withheld: readonly (PaperKept & { readonly note: string })[];
};

export const checkTaken = (taken: PapersTaken, kept: readonly PaperKept[], parties: Parties): Result<PapersGivenBack, PapersTakenRefused> => {
  const { receiver, papers } = taken;
  if (receiver.relation === 'owner' && !parties.owner) return refuse({ kind: 'no-owner-named' });
  const lines = kept.map((paper) => ({ paper, line: papers.find((one) => one.lineNo === paper.lineNo) }));
  const forgotten = lines.flatMap(({ paper, line }) => (line ? [] : [paper.name]));
  if (forgotten.length > 0) return refuse({ kind: 'papers-not-listed', names: forgotten });
  const errors: FieldError[] = [
    ...papers.flatMap((line, index): readonly FieldError[] =>
      (line.given || (line.note ?? '') !== '' ? [] : [{ path: `papersBack.papers.${index}.note`, code: 'required' }])),
    ...signingErrors(taken.signing, 0, parties).map((error) => ({ ...error, path: `papersBack.${error.path}` })),
  ];
  if (errors.length > 0) return refuse({ kind: 'fields-invalid', errors });
  const named = { applicant: parties.applicant.fullName, owner: (parties.owner ?? parties.applicant).fullName };
  return ok({
    receiverName: receiver.relation === 'authorised' ? receiver.fullName : named[receiver.relation],
    given: lines.flatMap(({ paper, line }) => (line?.given ? [paper] : [])),
    withheld: lines.flatMap(({ paper, line }) => (line && !line.given ? [{ ...paper, note: line.note ?? '' }] : [])),
  });
};
