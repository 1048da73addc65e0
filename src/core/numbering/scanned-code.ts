// The dossier's code in the address that a paper's QR holds: '/q/CODE' of older papers, '/x/SEAL' of a receipt,
// '/x/TOKEN/CODE' of a slip of the post, without network too. Of any other paper the bars beside the QR are scanned.
import { readSeal } from './receipt-seal.ts';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export const codeInAddress = (scanned: string): string | undefined => {
  const text = scanned.trim();
  const plain = /\/(?:q|x\/[A-Za-z2-7]{26})\/([^/?#\s]+)/.exec(text)?.[1];
  if (plain !== undefined) return decoded(plain).toUpperCase();
  const sealed = /\/x\/([A-Za-z2-7]+)$/.exec(text)?.[1];
  const seal = sealed === undefined ? undefined : readSeal(sealed);
  return seal?.ok ? seal.value.seal.code : undefined;
};
