// A notice that was just decided: signed digitally where that was wished, then shown and ready for the printer. What the
// key's holder refuses leaves the notice decided and its signature to be given later.
import { useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { MadePaper } from '../../dossier/made-paper.tsx';
import { SignDialog } from './sign-dialog.tsx';
import type { Along } from './sign-along.tsx';

export type SignMadePaperProps = {
  readonly view: DossierView;
  readonly along: Along;
  readonly paper: { readonly paperId: string; readonly number?: string | undefined };
  readonly title: string;
  readonly name: string;
  readonly onClose: () => void;
};

export const SignMadePaper = ({ view, along, paper: { paperId, number }, title, name, onClose }: SignMadePaperProps) => {
  const [open, setOpen] = useState(along.on);
  const [signed, setSigned] = useState(false);
  if (open && along.service) {
    return (
      <SignDialog view={view} begin={along.pin} mine={{ as: 'leader', service: along.service }}
        paper={{ path: `/api/signing/papers/${paperId}`, kind: '', title: name, paperId, signatures: [], ...(number === undefined ? {} : { number }) }}
        onClose={() => setOpen(false)} onSigned={() => { setSigned(true); setOpen(false); }} />
    );
  }
  return <MadePaper title={signed ? `${title} · đã ký số` : title} name={name} paperId={paperId} onClose={onClose} />;
};
