import { type WallTime, momentAt } from '#core/kernel/moment.ts';
import { type FinancialDutyAsked, askFinancialDuty } from '#core/dossier/ask-financial-duty.ts';
import { clockAfter } from '#core/dossier/kept-clock.ts';
import type { OfficeRefused } from '#core/dossier/office-work.ts';
import type { AskFinancialDutyBody } from '#wire/ask-financial-duty.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { countDuties, insertDuty } from './ask-financial-duty.sql.ts';

export const performAskFinancialDuty = (office: Office) =>
  officeAct<AskFinancialDutyBody, { readonly dutiesBefore: number }, FinancialDutyAsked, OfficeRefused, object>(office, {
    name: 'ask-financial-duty',
    more: async (db, { provinceId }, { dossierId }) => ({ dutiesBefore: await countDuties(db, provinceId, dossierId) }),
    decide: ({ body }, { dossier, actor, more }, { now }) => askFinancialDuty(body, { dossier, actor, now, ...more }),
    effect: async (db, context, { body }, decision, { dossier, clock }) => {
      await insertDuty(db, context, dossier.dossierId, decision.dutyNo, body);
      return {
        state: 'awaiting-financial-duty',
        clock: clockAfter(clock, { kind: 'financial-duty-asked', at: decision.askedAt }),
        journal: { dutyNo: decision.dutyNo, note: body.notice, amount: body.amount, payBy: body.payBy },
        answerBy: body.payBy && momentAt(body.payBy, '23:59' as WallTime),
        notice: { kind: 'financial-duty-asked', payBy: body.payBy },
        extra: {},
      };
    },
  });
