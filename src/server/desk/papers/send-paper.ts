// A paper as it was issued: the signed file where there is one, else set anew from its payload.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileStore } from '#adapters/file-store/port.ts';
import { isUnprintableCharacter } from '#documents/kit/clean.ts';
import { momentInWords } from '#documents/kit/words.ts';
import { documentFor } from '#documents/papers.ts';
import type { z } from 'zod';
import type { paperPdfQuery } from '#wire/papers.wire.ts';
import { problem } from '../../http/problem.ts';
import { type Deps, originOf } from '../../http/route.ts';
import { printPaper } from '../../papers/press.ts';
import { atServedAddress } from '../../papers/served-address.ts';
import { withProof } from '../../signing/paper-proof.ts';
import { keepSealKeys } from '../../signing/seal-keys.ts';
import { findSignedPaper } from '../../signing/signing.sql.ts';
import type { PaperRow } from './papers.sql.ts';

export const paperSender = (deps: Deps & { readonly fileStore: FileStore }) => {
  const { pool, clock, world: { provinceId } } = deps;
  const sealKeys = keepSealKeys(deps);
  return async (request: FastifyRequest, reply: FastifyReply, paper: Omit<PaperRow, 'spent'>, size?: z.output<typeof paperPdfQuery>['size']): Promise<FastifyReply> => {
    const reprint = paper.printCount > 1 ? { count: paper.printCount - 1, at: momentInWords(paper.lastPrintedAt ?? clock.businessNow()) } : undefined;
    try {
      // what was signed is that file and no other: no line of a re-print is set into it
      const signed = await findSignedPaper(pool, provinceId, paper.paperId);
      const pdf = (signed && await deps.fileStore.get(signed)) ?? await printPaper(documentFor(await withProof({ ...paper, payload: atServedAddress(paper.payload, originOf(request, deps)) }, sealKeys), size), reprint);
      return await reply.type('application/pdf')
        .header('content-disposition', `inline; filename="${paper.payload.kind}.pdf"`)
        .send(Buffer.from(pdf));
    } catch (error) {
      if (isUnprintableCharacter(error)) throw problem('bad-request', { detail: error.message });
      throw error;
    }
  };
};
