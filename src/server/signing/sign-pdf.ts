// One signature on a PDF: certificates, room, hash, the service's answer, the whole put together. A refusal leaves nothing;
// a time stamp that does not come leaves the signature without one.
import { createHash } from 'node:crypto';
import type { SignatureService, SigningCertificates, SigningRefused } from '#adapters/signature/port.ts';
import type { TimeStampService } from '#adapters/time-stamp/port.ts';
import { type Result, ok } from '#core/kernel/result.ts';
import { assembleCms, signedAttributes } from './cms.ts';
import { prepareApart } from './prepare-apart.ts';
import { type PdfRefused, type PreparedPdf, type SignatureFacts, fillSignature, fits } from './prepare-pdf.ts';

export type SignPdfAsked = SignatureFacts & {
  readonly credentialId: string; readonly secret?: string; readonly description: string;
  readonly timeStamps?: TimeStampService;
};
/** Undefined where none was asked for. */
export type Stamped = { readonly at: string } | { readonly missing: string } | undefined;
export type SignedPdf = { readonly pdf: Buffer; readonly certificates: SigningCertificates; readonly stamped: Stamped };

/** The time stamp is over the signature itself; one that is too large for its room is left out. */
const withStamp = async (
  prepared: PreparedPdf, certificates: SigningCertificates, attributes: Buffer, signature: Uint8Array, timeStamps: TimeStampService | undefined,
): Promise<{ readonly cms: Buffer; readonly stamped: Stamped }> => {
  const bare = assembleCms(certificates, attributes, signature);
  if (!timeStamps) return { cms: bare, stamped: undefined };
  const stamp = await timeStamps.stamp(signature);
  if (!stamp.ok) return { cms: bare, stamped: { missing: stamp.refusal.kind } };
  const cms = assembleCms(certificates, attributes, signature, stamp.value.token);
  return fits(prepared, cms) ? { cms, stamped: { at: stamp.value.at } } : { cms: bare, stamped: { missing: 'too-large' } };
};

export const signPdf = async (
  service: SignatureService, original: Uint8Array, { timeStamps, ...asked }: SignPdfAsked,
): Promise<Result<SignedPdf, SigningRefused | PdfRefused>> => {
  const found = await service.certificates(asked.credentialId);
  if (!found.ok) return found;
  const { signerName, reason, place, signedAt, look } = asked;
  const prepared = await prepareApart(original, { signerName, reason, place, signedAt, look }, timeStamps !== undefined);
  if (!prepared.ok) return prepared;
  const attributes = signedAttributes(prepared.value.hash, found.value);
  const signature = await service.signHash({
    credentialId: asked.credentialId, hash: createHash('sha256').update(attributes).digest(),
    secret: asked.secret, description: asked.description,
  });
  if (!signature.ok) return signature;
  const { cms, stamped } = await withStamp(prepared.value, found.value, attributes, signature.value, timeStamps);
  return ok({ pdf: fillSignature(prepared.value, cms), certificates: found.value, stamped });
};
