// From what was scanned to a verdict: a seal is proved first, so that nobody learns of a receipt he does not hold.
import { readPaperToken } from '#core/numbering/paper-token.ts';
import { readSeal } from '#core/numbering/receipt-seal.ts';
import { type PaperFacts, standingOf } from '#public/verify-standing.ts';
import type { Unverified, VerifiedPaper } from '#public/verify.page.ts';
import { paperTitleOf } from '#documents/kit/paper-titles.ts';
import type { Deps } from '../http/route.ts';
import { proveSeal } from '../signing/check-seal.ts';
import type { SealKeys } from '../signing/seal-keys.ts';
import { type FoundPaper, findPaperById, findSealedPaper } from './verify.sql.ts';

export type Verdict = { readonly kind: 'verified'; readonly paper: VerifiedPaper } | { readonly kind: 'unverified'; readonly why: Unverified };

const unverified = (why: Unverified): Verdict => ({ kind: 'unverified', why });

const factsOf = (row: FoundPaper): PaperFacts => ({
  kind: row.kind, ...(row.dueAt ? { dueAt: row.dueAt as PaperFacts['dueAt'] } : {}), ...(row.supersededAt ? { supersededAt: row.supersededAt } : {}),
  ...(row.state ? { dossier: { state: row.state, ...(row.dossierDueAt ? { dueAt: row.dossierDueAt } : {}) } } : {}),
});

const verified = (row: FoundPaper): Verdict => ({
  kind: 'verified',
  paper: {
    title: paperTitleOf(row.kind, row.formVersion) ?? 'Giấy tờ',
    ...(row.number ? { number: row.number } : {}),
    agency: row.agency ?? 'Bộ phận Một cửa', ...(row.superiorAgency ? { superiorAgency: row.superiorAgency } : {}),
    issuedAt: row.issuedAt, ...(row.code ? { code: row.code } : {}), ...(row.procedureCode ? { procedureCode: row.procedureCode } : {}), ...(row.dueAt ? { dueAt: row.dueAt } : {}),
    standing: standingOf(factsOf(row)),
    ...(row.nextIssuedAt ? { supersededBy: { issuedAt: row.nextIssuedAt, ...(row.nextNumber ? { number: row.nextNumber } : {}) } } : {}),
    signatures: row.signatures,
  },
});

export const verifyPaper = async ({ pool, world: { provinceId } }: Deps, keys: SealKeys, scanned: string): Promise<Verdict> => {
  const [name = ''] = scanned.split('/');
  const paperId = readPaperToken(name);
  if (paperId !== undefined) {
    const row = await findPaperById(pool, provinceId, paperId);
    return row ? verified(row) : unverified('unknown');
  }
  const read = readSeal(name);
  if (!read.ok) return unverified(read.refusal.kind === 'seal-of-newer-version' ? 'newer' : 'unknown');
  const proof = proveSeal(read.value, await keys.all());
  if (proof !== 'genuine') return unverified(proof);
  const row = await findSealedPaper(pool, provinceId, read.value.seal);
  return row ? verified(row) : unverified('not-in-the-books');
};
