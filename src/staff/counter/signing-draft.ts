// Somebody who cannot sign: what stands on the screen until it is a fingerprint with its witnesses.
import type { Parties } from '#core/people/person.ts';
import { type Signing, signingErrors } from '#core/dossier/signing.ts';
import { fieldErrorText } from '#wire/refusals/field-texts.ts';

export type WitnessDraft = { readonly name: string; readonly identityNumber: string };
/** Absent where the person signs by hand. */
export type SigningDraft = { readonly readAloud: boolean; readonly witnesses: readonly WitnessDraft[] };

const NOBODY: WitnessDraft = { name: '', identityNumber: '' };
export const newSigning = (): SigningDraft => ({ readAloud: false, witnesses: [NOBODY, NOBODY] });

export const withWitness = (draft: SigningDraft, index: number, change: Partial<WitnessDraft>): SigningDraft => ({
  ...draft,
  witnesses: draft.witnesses.map((witness, i) => (i === index ? { ...witness, ...change } : witness)),
});

/** Empty lines are no witnesses. */
export const toSigning = (draft: SigningDraft | undefined): Signing | undefined =>
  draft && {
    kind: 'fingerprint',
    readAloud: draft.readAloud,
    witnesses: draft.witnesses
      .map((w) => ({ name: w.name.trim(), identityNumber: w.identityNumber.replace(/\s/g, '') }))
      .filter((w) => w.name !== '' || w.identityNumber !== ''),
  };

/** The way back. */
export const draftOfSigning = (signing: Signing | undefined): SigningDraft | undefined =>
  signing?.kind === 'fingerprint'
    ? { readAloud: signing.readAloud, witnesses: [...signing.witnesses, NOBODY, NOBODY].slice(0, 2).map(({ name, identityNumber }) => ({ name, identityNumber })) }
    : undefined;

export const signingMessages = (
  draft: SigningDraft | undefined,
  asked: number,
  parties: Parties,
): Readonly<Record<string, string>> =>
  Object.fromEntries(signingErrors(toSigning(draft), asked, parties).map((e) => [e.path, fieldErrorText(e)]));
