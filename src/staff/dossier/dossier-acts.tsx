// The acts the life table permits this person here and now. The desk's own stand here; those of the
// agency are given by the office through `officeActs`.
import { useNavigate } from '@tanstack/react-router';
import { createElement, useState } from 'react';
import type { DossierAct } from '#core/dossier/life.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { isAtDesk, useMe } from '../api/session.ts';
import { Button } from '../design/button.tsx';
import { useNextFocus } from '../design/use-next-focus.ts';
import { officeActs } from '../office/acts.ts';
import type { ActDialog } from './act-dialog.ts';
import { deskDialog } from './desk-dialogs.ts';
import { printPaper } from './paper-pdf.tsx';

/** Done on a screen of its own, not in a dialog. */
const SCREENS: Partial<
  Readonly<Record<DossierAct, '/tra-ket-qua/$dossierId' | '/hom-nay' | '/tiep-nhan/$procedureCode' | '/tu-choi/$procedureCode'>>
> = {
  'receive-dossier': '/tiep-nhan/$procedureCode',
  'refuse-reception': '/tu-choi/$procedureCode',
  'return-outcome': '/tra-ket-qua/$dossierId',
  'forward-dossiers': '/hom-nay',
  'accept-outcome': '/hom-nay',
};
const MAIN: ReadonlySet<DossierAct> = new Set([
  'receive-dossier',
  'return-outcome',
  'forward-dossiers',
  'receive-supplement',
  'accept-outcome',
  'accept-hand-over',
  'complete-step',
  'record-outcome',
  'accept-papers-back',
  'give-back-papers',
]);
const RED: ReadonlySet<DossierAct> = new Set([
  'refuse-reception',
  'cancel-entry',
  'withdraw-dossier',
  'refuse-resolution',
  'stop-dossier',
  'reject-hand-over',
]);

export const DossierActs = ({ view }: { readonly view: DossierView }) => {
  const navigate = useNavigate();
  const atDesk = isAtDesk(useMe());
  useNextFocus(view.revision);
  const [open, setOpen] = useState<DossierAct>();
  const dialogOf = (act: DossierAct): ActDialog | undefined => officeActs[act] ?? (atDesk ? deskDialog(act) : undefined);
  const acts = view.allowedActs.filter(({ act }) => dialogOf(act) !== undefined || (atDesk && SCREENS[act] !== undefined));
  const opened = open && dialogOf(open);
  const start = (act: DossierAct) => {
    const screen = dialogOf(act) ? undefined : SCREENS[act];
    if (!screen) return setOpen(act);
    if (screen === '/tiep-nhan/$procedureCode' || screen === '/tu-choi/$procedureCode')
      return void navigate({ to: screen, params: { procedureCode: view.procedure.code }, search: { filing: view.dossierId } });
    return void navigate(screen === '/hom-nay' ? { to: screen } : { to: screen, params: { dossierId: view.dossierId } });
  };
  const sorted = [...acts].sort(
    (a, b) => Number(RED.has(a.act)) - Number(RED.has(b.act)) || Number(MAIN.has(b.act)) - Number(MAIN.has(a.act)),
  );
  return (
    <div className="act-menu">
      {sorted.map(({ act, label }, i) => (
        <Button
          key={act}
          look={i === 0 && MAIN.has(act) ? 'main' : RED.has(act) ? 'red' : 'normal'}
          hotkey={i === 0 && MAIN.has(act) ? 'F9' : undefined}
          onClick={() => start(act)}
        >
          {label}
        </Button>
      ))}
      {opened && createElement(opened, { view, onClose: () => setOpen(undefined), onPaper: (paperId) => void printPaper(paperId) })}
    </div>
  );
};
