// The notices that a leader signs, signed by the leader and by the agency with the test authority.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testAuthorityService } from '#adapters/signature/test-authority.ts';
import { issueTestCertificate, makeTestAuthority } from '#adapters/signature/test-certificates.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { signatureBlock } from '#documents/kit/signature-block.ts';
import type { GalleryPaper } from '#server/papers/gallery.ts';
import { setPaperToSign, setPiece } from '#server/papers/render.ts';
import { roomsOf } from '#server/signing/signature-room.ts';
import { signPdf } from '#server/signing/sign-pdf.ts';

const SIGNED: ReadonlySet<PaperPayload['kind']> = new Set(['apology-notice', 'stop-notice', 'supplement-request', 'refusal-notice']);

export const signSamples = async (folder: string, papers: readonly GalleryPaper[]): Promise<readonly GalleryPaper[]> => {
  const authority = await makeTestAuthority('Tỉnh Hà Tĩnh');
  const people = { leader: 'Nguyễn Thị Chủ Tịch', seal: 'Ủy ban nhân dân xã Kỳ Bắc' } as const;
  const keys = new Map(await Promise.all(Object.entries(people).map(async ([id, name]) =>
    [id, await issueTestCertificate(authority, { name, organisation: people.seal })] as const)));
  const service = testAuthorityService(async (id) => {
    const key = keys.get(id);
    return key && { ...key, authority: authority.certificate };
  });
  const signed: GalleryPaper[] = [];
  for (const paper of papers.filter(({ payload, file }) => SIGNED.has(payload.kind) && !file.startsWith('extreme-'))) {
    let pdf: Uint8Array = await readFile(join(folder, paper.file));
    const rooms = setPaperToSign(paper.document);
    for (const [role, credentialId] of [['leader', 'leader'], ['agency-seal', 'seal']] as const) {
      const signerName = people[credentialId];
      const piece = setPiece(signatureBlock({
        role, signerName, agencyName: people.seal, capacity: 'CHỦ TỊCH', signedAt: paper.payload.issuedAt, isTest: true,
      }));
      const result = await signPdf(service, pdf, {
        credentialId, signerName, reason: 'Ký ban hành', place: 'Kỳ Bắc', signedAt: paper.payload.issuedAt, description: paper.title,
        look: { piece, ...roomsOf(rooms, role) },
      });
      if (!result.ok) throw new Error(`${paper.file} is not signed: ${result.refusal.kind}`);
      pdf = result.value.pdf;
    }
    const file = `signed-${paper.file}`;
    await writeFile(join(folder, file), pdf);
    signed.push({ ...paper, file });
  }
  return signed;
};
