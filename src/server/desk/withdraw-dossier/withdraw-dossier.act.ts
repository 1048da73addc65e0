import { type DossierWithdrawn, type WithdrawRefusal, withdrawDossier } from '#core/dossier/withdraw-dossier.ts';
import type { WithdrawDossierCommand } from '#wire/withdraw-dossier.wire.ts';
import { deskAct } from '../save/desk-act.ts';
import { closeOpenWork } from './withdraw-dossier.sql.ts';

export const withdrawDossierAct = () => deskAct<WithdrawDossierCommand, undefined, DossierWithdrawn, WithdrawRefusal, object>({
  name: 'withdraw-dossier',
  more: async () => undefined,
  decide: ({ body, actor, place }, { dossier }) => withdrawDossier(body, { actor, desk: place.desk, dossier }),
  effect: async (db, { provinceId, now }, { body }, { hands, state }, { dossier }) => {
    await closeOpenWork(db, provinceId, dossier.dossierId, now, 'Công dân rút hồ sơ');
    return {
      state, hands, notice: { kind: 'withdrawn' }, extra: {},
      journal: { reason: body.reason, papersGivenBack: body.papersGivenBack, from: dossier.state },
    };
  },
});
