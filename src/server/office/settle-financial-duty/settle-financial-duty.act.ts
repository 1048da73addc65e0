import { cutoffOn, supplementPolicyOn } from '#core/dossier/desk-settings.ts';
import { type FinancialDutySettled, type SettleRefused, settleFinancialDuty } from '#core/dossier/settle-financial-duty.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { limitFor } from '#core/procedure/in-force.ts';
import type { SettleFinancialDutyBody } from '#wire/settle-financial-duty.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { type OpenDuty, type Waits, findOpenDuty, findWaits, saveSettled } from './settle-financial-duty.sql.ts';

type More = { readonly duty?: OpenDuty; readonly waits: Waits };

export const performSettleFinancialDuty = (office: Office) =>
  officeAct<SettleFinancialDutyBody, More, FinancialDutySettled, SettleRefused, object>(office, {
    name: 'settle-financial-duty',
    more: async (db, { provinceId }, { dossierId }) => ({
      duty: await findOpenDuty(db, provinceId, dossierId),
      waits: await findWaits(db, provinceId, dossierId),
    }),
    decide: ({ body }, { dossier, actor, hours, more }, { now }) => {
      const intake = dateOf(dossier.receivedAt);
      const clockFrom: Moment = dossier.regime === 'public-post' ? (more.waits.handedOverAt ?? dossier.receivedAt) : dossier.receivedAt;
      return settleFinancialDuty(body, {
        dossier, actor, hours, now, clockFrom, limit: limitFor(dossier, dossier.channel), cutoffTime: cutoffOn(intake),
        askedAt: more.duty?.askedAt ?? now,
        waits: more.waits.ended.map((wait) => ({
          ...wait, policy: wait.kind === 'supplement' ? supplementPolicyOn(intake) : 'PAUSE',
        })),
      });
    },
    effect: async (db, context, { body }, decision, { dossier, more }) => {
      if (more.duty) await saveSettled(db, context, dossier.dossierId, more.duty.dutyNo, body);
      return {
        state: 'in-process',
        openStep: { dueAt: decision.started.dueAt },
        due: decision.due,
        journal: { note: body.proof, paidOn: body.paidOn, newDue: decision.due?.due },
        notice: { kind: 'financial-duty-settled', due: decision.due?.due },
        extra: {},
      };
    },
  });
