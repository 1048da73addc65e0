// The signature that is this person's next act on the dossier, from wherever it is asked for.
import { useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { toast } from '../../design/toast.tsx';
import { dueSignature } from './due-signature.ts';
import { SignDialog } from './sign-dialog.tsx';
import { nextWords } from './signing-words.ts';
import { useSignatures } from './use-signatures.ts';

export const SignDueDialog = ({ view, onClose }: { readonly view: DossierView; readonly onClose: () => void }) => {
  const { data } = useSignatures(view.dossierId);
  // held: what is read anew behind the dialog must not change what is being signed
  const [paper] = useState(() => dueSignature(data?.papers ?? []));
  if (!paper?.mine) return null;
  const { mine } = paper;
  return <SignDialog view={view} paper={paper} mine={mine} onClose={onClose} onSigned={() => { toast(nextWords(mine)); onClose(); }} />;
};
