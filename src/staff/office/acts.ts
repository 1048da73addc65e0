// Acts of the agency met in the general dossier screen lead to the workspace, where the steps are in sight.
import type { DossierAct } from '#core/dossier/life.ts';
import type { ActDialog } from '../dossier/act-dialog.ts';
import { ToWorkspace } from './to-workspace.tsx';

export const officeActs: Partial<Readonly<Record<DossierAct, ActDialog>>> = {
  'accept-hand-over': ToWorkspace, 'complete-step': ToWorkspace, 'record-outcome': ToWorkspace,
  'send-outcome': ToWorkspace, 'settle-financial-duty': ToWorkspace,
};
