// One signature on a PDF: certificates, room, hash, the service's answer, the whole put together. A refusal leaves nothing.
import { createHash } from 'node:crypto';
import type { SignatureService, SigningCertificates, SigningRefused } from '#adapters/signature/port.ts';
import { type Result, ok } from '#core/kernel/result.ts';
import { assembleCms, signedAttributes } from './cms.ts';
import { type PdfRefused, type SignatureFacts, fillSignature, preparePdf } from './prepare-pdf.ts';

export type SignPdfAsked = SignatureFacts & { readonly credentialId: string; readonly secret?: string; readonly description: string };
export type SignedPdf = { readonly pdf: Buffer; readonly certificates: SigningCertificates };

export const signPdf = async (
  service: SignatureService, original: Uint8Array, asked: SignPdfAsked,
): Promise<Result<SignedPdf, SigningRefused | PdfRefused>> => {
  const found = await service.certificates(asked.credentialId);
  if (!found.ok) return found;
  const prepared = await preparePdf(original, asked);
  if (!prepared.ok) return prepared;
  const attributes = signedAttributes(prepared.value.hash, found.value);
  const signature = await service.signHash({
    credentialId: asked.credentialId, hash: createHash('sha256').update(attributes).digest(),
    secret: asked.secret, description: asked.description,
  });
  if (!signature.ok) return signature;
  return ok({ pdf: fillSignature(prepared.value, assembleCms(found.value, attributes, signature.value)), certificates: found.value });
};
