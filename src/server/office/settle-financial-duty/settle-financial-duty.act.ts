import { type FinancialDutySettled, type SettleRefused, settleFinancialDuty } from '#core/dossier/settle-financial-duty.ts';
import type { SettleFinancialDutyBody } from '#wire/settle-financial-duty.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { type OpenDuty, findOpenDuty, saveSettled } from './settle-financial-duty.sql.ts';

type More = { readonly duty?: OpenDuty };

export const performSettleFinancialDuty = (office: Office) =>
  officeAct<SettleFinancialDutyBody, More, FinancialDutySettled, SettleRefused, object>(office, {
    name: 'settle-financial-duty',
    more: async (db, { provinceId }, { dossierId }) => ({ duty: await findOpenDuty(db, provinceId, dossierId) }),
    decide: ({ body }, { dossier, actor, hours, clock }, { now }) => settleFinancialDuty(body, { dossier, actor, hours, clock, now }),
    effect: async (db, context, { body }, decision, { dossier, more }) => {
      if (more.duty) await saveSettled(db, context, dossier.dossierId, more.duty.dutyNo, body);
      return {
        state: 'in-process',
        openStep: { dueAt: decision.started.dueAt },
        clock: decision.clock,
        journal: { note: body.proof, paidOn: body.paidOn, newDue: decision.clock?.reading?.due },
        notice: { kind: 'financial-duty-settled', due: decision.clock?.reading?.due },
        extra: {},
      };
    },
  });
