import { type DossierState, nationalStatusLabel, nationalStatusOf } from '#core/dossier/state.ts';

/** The national status as every answer carries it. */
export const statusOf = (state: DossierState): { readonly no: number; readonly label: string } =>
  ({ no: nationalStatusOf(state), label: nationalStatusLabel(state) });
