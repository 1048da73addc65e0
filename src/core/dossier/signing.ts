// Somebody who cannot read or sign: what is written is read to him, he gives his fingerprint, and two witnesses
// sign where the procedure asks for them (certifying a signature); elsewhere witnesses are welcome, not asked.
// @law NĐ 23/2015/NĐ-CP Đ.26, Đ.36
import type { FieldError } from '../kernel/field-error.ts';
import type { ProcedureVersion } from '../procedure/procedure.ts';
import type { NamedParties } from '../people/person.ts';

export type Witness = { readonly name: string; readonly identityNumber: string };
export type Signing =
  | { readonly kind: 'signed' }
  | { readonly kind: 'fingerprint'; readonly readAloud: boolean; readonly witnesses: readonly Witness[] };

const SIGNATURE_CERTIFICATION = '2.000884';
const WITNESSES = 2;

export const witnessesAsked = ({ code }: Pick<ProcedureVersion, 'code'>): number =>
  code === SIGNATURE_CERTIFICATION || code.startsWith(`${SIGNATURE_CERTIFICATION}.`) ? WITNESSES : 0;

const plain = (number: string): string => number.replace(/\s/g, '');

/** A witness is somebody else: neither a party nor named twice. */
export const signingErrors = (signing: Signing | undefined, asked: number, parties: NamedParties): readonly FieldError[] => {
  if (signing?.kind !== 'fingerprint') return [];
  const { witnesses } = signing;
  const taken = new Set([parties.applicant, ...(parties.owner ? [parties.owner] : [])].map((person) => plain(person.identity.number)));
  const errors: FieldError[] = signing.readAloud ? [] : [{ path: 'signing.readAloud', code: 'not-read-aloud' }];
  if (witnesses.length < asked) errors.push({ path: 'signing.witnesses', code: 'witnesses-missing', params: { count: asked } });
  for (const [index, { name, identityNumber }] of witnesses.entries()) {
    const path = `signing.witnesses.${index}`;
    const number = plain(identityNumber);
    if (name.trim() === '') errors.push({ path: `${path}.name`, code: 'required' });
    if (number === '') errors.push({ path: `${path}.identityNumber`, code: 'required' });
    else if (taken.has(number)) errors.push({ path: `${path}.identityNumber`, code: 'witness-not-another' });
    taken.add(number);
  }
  return errors;
};

/** For the journal: that a fingerprint was given and before how many, no names and numbers. */
export const signingNote = (signing: Signing | undefined): { readonly signing?: string; readonly witnessCount?: number } =>
  signing?.kind === 'fingerprint' ? { signing: 'fingerprint', witnessCount: signing.witnesses.length } : {};
