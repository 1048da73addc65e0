// Scans and photos that a complainant brings: each sent as it is chosen, kept with the complaint once it is received or added to.
import './complaints.css';
import '../office/office.css';
import { MOST_PROOFS, PROOF_KINDS, type ProofKind } from '#core/complaint/complaint.ts';
import type { Sha256 } from '#core/dossier/dossier.ts';
import { PROOF_WORDS } from '#wire/complaint-words.ts';
import { Button } from '../design/button.tsx';
import { SelectField } from '../design/field.tsx';
import { FileField } from '../stored-file/file-field.tsx';

export type ProofDraft = { readonly key: number; readonly kind: ProofKind; readonly sha256?: Sha256 };
/** Rows without a file name nothing; one file once. */
export const proofsOf = (drafts: readonly ProofDraft[]): readonly { readonly kind: ProofKind; readonly sha256: Sha256 }[] => {
  const found = new Map<Sha256, ProofKind>();
  for (const { kind, sha256 } of drafts) if (sha256 !== undefined && !found.has(sha256)) found.set(sha256, kind);
  return [...found].map(([sha256, kind]) => ({ kind, sha256 }));
};

/** Nothing is received while a file is still on its way. */
export const isUnsent = (drafts: readonly ProofDraft[]): boolean => drafts.some(({ sha256 }) => sha256 === undefined);

type Props = { /** How many files the complaint may still have. */ readonly room?: number; readonly error?: string | undefined; readonly drafts: readonly ProofDraft[]; readonly onDrafts: (change: (drafts: readonly ProofDraft[]) => readonly ProofDraft[]) => void };
export const ProofFields = ({ drafts, onDrafts, error, room = MOST_PROOFS }: Props) => {
  const set = (key: number, change: (draft: ProofDraft) => ProofDraft) => onDrafts((all) => all.map((one) => (one.key === key ? change(one) : one)));
  return (
    <div className="stack-tight">
      {drafts.map(({ key, kind, sha256 }, index) => (
        <div key={key} className="proof-row">
          <SelectField
            label={`Tệp ${index + 1} là`} name={`proofs.${index}.kind`} value={kind} options={PROOF_KINDS.map((value) => ({ value, label: PROOF_WORDS[value] }))}
            onValue={(value) => set(key, (one) => ({ ...one, kind: PROOF_KINDS.find((each) => each === value) ?? 'other' }))}
          />
          <FileField
            label={`Bản quét, ảnh ${index + 1}`} value={sha256} shows={false}
            onValue={(file) => set(key, ({ key: same, kind: as }) => ({ key: same, kind: as, ...(file !== undefined && { sha256: file as Sha256 }) }))}
          />
          <Button look="plain" onClick={() => onDrafts((all) => all.filter((one) => one.key !== key))}>Bớt<span className="hidden-label"> dòng {index + 1}</span></Button>
        </div>
      ))}
      {error !== undefined && <p className="field-error" role="alert">{error}</p>}
      {drafts.length < room && (
        <div className="row">
          <Button onClick={() => onDrafts((all) => [...all, { key: Math.max(0, ...all.map((one) => one.key)) + 1, kind: all.length === 0 ? 'posting' : 'damage' }])}>Thêm bản quét, ảnh chứng cứ</Button>
          {drafts.length === 0 && <span className="faint">Chứng từ gửi, ảnh bưu gửi hư hỏng: PDF, JPEG, PNG.</span>}
        </div>
      )}
    </div>
  );
};
