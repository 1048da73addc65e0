// The dialogs of the desk's acts on one dossier.
import type { DossierAct } from '#core/dossier/life.ts';
import { CancelEntryDialog } from '../counter/dossier-acts/cancel-entry-dialog.tsx';
import { ReceiveSupplementDialog } from '../counter/dossier-acts/receive-supplement-dialog.tsx';
import { SupersedeReceiptDialog } from '../counter/dossier-acts/supersede-receipt-dialog.tsx';
import { AcceptPapersDialog } from '../counter/withdraw/accept-papers-dialog.tsx';
import { GiveBackDialog } from '../counter/withdraw/give-back-dialog.tsx';
import { WithdrawDialog } from '../counter/withdraw/withdraw-dialog.tsx';
import type { ActDialog } from './act-dialog.ts';

const DIALOGS: Partial<Readonly<Record<DossierAct, ActDialog>>> = {
  'receive-supplement': ReceiveSupplementDialog, 'supersede-receipt': SupersedeReceiptDialog, 'cancel-entry': CancelEntryDialog,
  'withdraw-dossier': WithdrawDialog, 'accept-papers-back': AcceptPapersDialog, 'give-back-papers': GiveBackDialog,
};
export const deskDialog = (act: DossierAct): ActDialog | undefined => DIALOGS[act];
