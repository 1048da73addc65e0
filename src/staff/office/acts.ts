// The dialog of each act the agency may do on a dossier, by its name in the life table.
import type { DossierAct } from '#core/dossier/life.ts';
import type { ActDialog } from '../dossier/dossier-acts.tsx';

export const officeActs: Partial<Readonly<Record<DossierAct, ActDialog>>> = {};
