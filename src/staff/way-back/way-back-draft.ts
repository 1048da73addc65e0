// What stands on the screen of a withdrawal: who asks, and each paper that changes hands.
import { type PapersTaken, keptOf } from '#core/dossier/way-back.ts';
import type { WithdrawalRequest } from '#core/dossier/withdrawal-request.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';

export type AskerKind = 'applicant' | 'owner' | 'authorised';
export type PersonDraft = { readonly kind: AskerKind; readonly fullName: string; readonly identityNumber: string; readonly authorisation: string };
export const newPerson = (): PersonDraft => ({ kind: 'applicant', fullName: '', identityNumber: '', authorisation: '' });

export type PaperLineDraft = { readonly lineNo: number; readonly name: string; readonly form: string; readonly count: number; readonly given: boolean; readonly note: string };

export const keptLines = (view: Pick<DossierView, 'papers'>): readonly PaperLineDraft[] =>
  keptOf(view.papers).map((paper) => ({ ...paper, given: true, note: '' }));

/** Of it, what came back to the desk: a paper that did not come cannot be given. */
export const linesHere = (view: Pick<DossierView, 'papers' | 'papersBack'>): readonly PaperLineDraft[] => keptLines(view).flatMap((line) => {
  const short = view.papersBack?.differences?.find((one) => one.lineNo === line.lineNo && one.result === 'short');
  const count = short?.arrived ?? line.count;
  return count > 0 ? [{ ...line, count }] : [];
});

/** As it was entered before: who asked, and in whose hands the papers are. */
export const personFrom = (asker: WithdrawalRequest['asker'] | undefined, receiver: PapersTaken['receiver'] | undefined): PersonDraft => {
  const named = receiver?.relation === 'authorised' ? receiver : asker?.kind === 'authorised' ? asker : undefined;
  return {
    kind: named ? 'authorised' : receiver && receiver.relation !== 'authorised' ? receiver.relation : asker?.kind ?? 'applicant',
    fullName: named?.fullName ?? '', authorisation: named?.authorisation ?? '', identityNumber: receiver?.identityNumber ?? '',
  };
};

/** Of what lies here now: what was given before, and why something was not. */
export const linesAsTaken = (lines: readonly PaperLineDraft[], taken: PapersTaken | undefined): readonly PaperLineDraft[] =>
  lines.map((line) => {
    const before = taken?.papers.find(({ lineNo }) => lineNo === line.lineNo);
    return before ? { ...line, given: before.given, note: before.note ?? '' } : line;
  });

type Errors = Readonly<Record<string, string>>;

export const personErrors = (person: PersonDraft, path: string, needsNumber: boolean): Errors => {
  if (person.kind !== 'authorised') return {};
  return {
    ...(person.fullName.trim() === '' && { [`${path}.fullName`]: 'Ghi họ tên người được ủy quyền.' }),
    ...(person.authorisation.trim() === '' && { [`${path}.authorisation`]: 'Ghi số, ngày của văn bản ủy quyền.' }),
    ...(needsNumber && person.identityNumber.trim() === '' && { [`${path}.identityNumber`]: 'Ghi số giấy tờ tùy thân của người nhận.' }),
  };
};

export const linesErrors = (lines: readonly PaperLineDraft[]): Errors => Object.fromEntries(
  lines.flatMap((line, index) => (line.given || line.note.trim() !== '' ? [] : [[`papersBack.papers.${index}.note`, 'Ghi lý do chưa trả giấy tờ này.']])),
);

export const toRequest = (person: PersonDraft, how: WithdrawalRequest['how']): WithdrawalRequest => ({
  how,
  asker: person.kind === 'authorised'
    ? { kind: 'authorised', fullName: person.fullName.trim(), authorisation: person.authorisation.trim() }
    : { kind: person.kind },
});

export const toTaken = (person: PersonDraft, lines: readonly PaperLineDraft[], fingerprint: boolean): PapersTaken => ({
  receiver: person.kind === 'authorised'
    ? { relation: 'authorised', fullName: person.fullName.trim(), identityNumber: person.identityNumber.trim(), authorisation: person.authorisation.trim() }
    : { relation: person.kind, ...(person.identityNumber.trim() && { identityNumber: person.identityNumber.trim() }) },
  papers: lines.map(({ lineNo, given, note }) => ({ lineNo, given, ...(!given && note.trim() && { note: note.trim() }) })),
  signing: fingerprint ? { kind: 'fingerprint', readAloud: true, witnesses: [] } : { kind: 'signed' },
});
