// What a paper's QR holds: for a receipt its seal, for any other paper its token (a desk's scanner has the bars beside it).
// Added when it is printed, because the number is given only while saving; the same paper always has the same.
import { SEALED_PAPERS } from '#core/numbering/receipt-seal.ts';
import { paperToken } from '#core/numbering/paper-token.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { makeSeal } from './check-seal.ts';
import type { SealKeys } from './seal-keys.ts';

export type PrintedPaper = { readonly paperId: string; readonly deskId: string | null; readonly payload: PaperPayload };

const sealFor = async ({ payload, deskId }: PrintedPaper, keys: SealKeys): Promise<string | undefined> => {
  const paper = SEALED_PAPERS.find((kind) => kind === payload.kind);
  if (paper === undefined || deskId === null || (payload.kind !== 'intake-receipt' && payload.kind !== 'residence-receipt')) return undefined;
  const seal = makeSeal(await keys.of(payload.issuedAt), {
    paper, code: payload.tracking.code, deskId, issuedAt: payload.issuedAt, dueAt: payload.dueAt,
  });
  // a code of another system in letters that a seal does not hold: its token proves it still
  return seal.ok ? seal.value : undefined;
};

/** The bars of a slip of the post hold the post's number, so a desk's scanner finds the dossier's code behind the token. */
const codeBeside = (payload: PaperPayload): string => (payload.kind === 'posting-slip' && payload.dossierCode !== undefined ? `/${payload.dossierCode}` : '');

export const withProof = async (printed: PrintedPaper, keys: SealKeys): Promise<PaperPayload> => {
  const { payload, paperId } = printed;
  if ('verify' in payload && payload.verify !== undefined) return { ...payload, proofUrl: `${payload.verify}${paperToken(paperId)}${codeBeside(payload)}` };
  const tracking = 'tracking' in payload ? payload.tracking : undefined;
  if (tracking?.verify === undefined) return payload;
  const proof = (await sealFor(printed, keys)) ?? paperToken(paperId);
  return { ...payload, tracking: { ...tracking, url: `${tracking.verify}${proof}` } } as PaperPayload;
};
