// What of the dossier is signed, and the act that signs. The key of the query lies below the dossier's, so that every act
// on it reads the signatures anew.
import { useQuery } from '@tanstack/react-query';
import { type SignPaperBody, paperSignedAnswer, type PaperSignedAnswer } from '#wire/sign-paper.wire.ts';
import { type SignableView, signaturesView } from '#wire/signatures.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';

const keyOf = (dossierId: string) => ['dossier', dossierId, 'signatures'] as const;

export const useSignatures = (dossierId: string) => useQuery({
  queryKey: keyOf(dossierId),
  queryFn: ({ signal }) => ask(`/api/signing/dossiers/${dossierId}`, signaturesView, signal),
});

export const useSign = (dossierId: string, paper: Pick<SignableView, 'path'>, onDone: (answer: PaperSignedAnswer) => void) =>
  useAct((body: SignPaperBody) => ({ path: paper.path, answer: paperSignedAnswer, body }), { refresh: [['dossier', dossierId]], onDone });
