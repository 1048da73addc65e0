import type { Signing } from '#core/dossier/signing.ts';

/** 'điểm chỉ, người làm chứng: A, B'; undefined where somebody signed by hand. */
export const signingWords = (signing: Signing | undefined): string | undefined => {
  if (signing?.kind !== 'fingerprint') return undefined;
  const names = signing.witnesses.map((witness) => witness.name).join(', ');
  return `điểm chỉ${names === '' ? '' : `, người làm chứng: ${names}`}`;
};
