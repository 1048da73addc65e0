import { describe, expect, it } from 'vitest';
import { receiveFacts, reception } from '#testing/desk-facts.ts';
import { farmer, procedureIn } from '#testing/desk-commands.ts';
import { receiveDossier } from './receive-dossier.ts';
import { type Signing, signingErrors, signingNote, witnessesAsked } from './signing.ts';

const signature = procedureIn('kybac-2019', '2.000884');
const first = { name: 'Lê Văn Chứng', identityNumber: '183000011' };
const second = { name: 'Lê Thị Kiến', identityNumber: '183000012' };
const fingerprint = (witnesses: Extract<Signing, { kind: 'fingerprint' }>['witnesses'], readAloud = true): Signing =>
  ({ kind: 'fingerprint', readAloud, witnesses });
const parties = { applicant: farmer };
const codes = (signing: Signing | undefined, asked = 2) => signingErrors(signing, asked, parties).map(({ path, code }) => `${path} ${code}`);

describe('somebody who cannot sign', () => {
  it('gives his fingerprint, before two witnesses where a signature is certified', () => {
    expect(witnessesAsked(signature)).toBe(2);
    expect(codes(fingerprint([first, second]))).toEqual([]);
    expect(codes(fingerprint([first]))).toEqual(['signing.witnesses witnesses-missing']);
  });
  it('needs no witness elsewhere', () => {
    expect(witnessesAsked(procedureIn('kybac-2019', '1.001193'))).toBe(0);
    expect(codes(fingerprint([]), 0)).toEqual([]);
  });
  it('has what is written read to him first', () => {
    expect(codes(fingerprint([first, second], false))).toEqual(['signing.readAloud not-read-aloud']);
  });
  it.each([
    ['himself', { name: 'X', identityNumber: farmer.identity.number }],
    ['the same person twice', { ...first, identityNumber: '183 000 011' }],
  ])('has no witness who is %s', (_who, witness) => {
    expect(codes(fingerprint([first, witness]))).toEqual(['signing.witnesses.1.identityNumber witness-not-another']);
  });
  it('leaves in the journal that and before how many, and no number', () => {
    expect(signingNote(fingerprint([first, second]))).toEqual({ signing: 'fingerprint', witnessCount: 2 });
    expect([signingNote({ kind: 'signed' }), signingNote(undefined)]).toEqual([{}, {}]);
  });
});

it('a reception says at its field what is missing of the fingerprint', () => {
  const said = (signing: Signing) => receiveDossier({ ...reception({}, signature), signing }, receiveFacts({}, signature));
  expect(said(fingerprint([first]))).toMatchObject({
    ok: false, refusal: { kind: 'fields-invalid', errors: [{ path: 'signing.witnesses', code: 'witnesses-missing', params: { count: 2 } }] },
  });
  expect(said(fingerprint([first, second])).ok).toBe(true);
});
