// The liability minute: drawn up by the desk, which is the post's; the agency signs it on paper and reads it here.
import { type LiabilityMinuteBody, type LiabilityMinuteMade } from '#wire/custody-cases.wire.ts';
import type { Posted } from '#core/custody/compensation.ts';
import { type MinuteMade, type MinuteRefused, makeMinute } from '#core/custody/liability.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { PostalRules } from '#core/transit/postal-rules.ts';
import { liabilitySlip } from '#documents/slips/liability-slip.ts';
import { thingInWords } from '#wire/custody-words.ts';
import type { CaseThing, ReissueTaskRow } from '#wire/custody-cases.wire.ts';
import type { Act } from '../acts/act.ts';
import { findPostalRules } from '../custody/transit.sql.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { insertIssuedPaper, newPaperId, takeNumber } from '../desk/save/desk-save.sql.ts';
import { type OwedRow, findCompensation, findTasks, findThingsOfCase } from './cases.sql.ts';
import { type LockedCase, chainOfCase, lockCase, saveMinute, settledOf } from './lock-case.sql.ts';
import type { CaseCall } from './settle-case.act.ts';

export type MinuteCall = CaseCall<Omit<LiabilityMinuteBody, 'deskId' | 'confirmation'>> & { readonly desk: DeskCall };
type Facts = { readonly found: LockedCase; readonly things: readonly Omit<CaseThing, 'least'>[]; readonly rules: PostalRules; readonly owed: readonly OwedRow[]; readonly tasks: readonly ReissueTaskRow[] };

/** Each dossier once, however many of its things the case is about; a pick-up under its own id. `said`: of what was carried, as the minute has it. */
const postedOf = (things: Facts['things'], said: number | undefined): readonly Posted[] => [...new Map(things.flatMap(({ thingId, kind, dossierId, code, itemNumber, postage }) => {
  const id = dossierId ?? (kind === 'envelope' ? thingId : undefined);
  return id === undefined ? [] : [[id, { dossierId: id, code: code ?? '', itemNumber, postage: said ?? postage }] as const];
})).values()];

export const liabilityMinuteAct = (): Act<MinuteCall, Facts, MinuteMade, MinuteRefused, LiabilityMinuteMade> => ({
  name: 'liability-minute',
  load: async (db, { provinceId }, { caseId, scope }) => {
    const found = await lockCase(db, provinceId, caseId, scope);
    return found && { found, things: await findThingsOfCase(db, provinceId, caseId), rules: await findPostalRules(db, provinceId), owed: await findCompensation(db, provinceId, caseId), tasks: await findTasks(db, provinceId, caseId) };
  },
  decide: ({ body }, { found, things, rules, owed, tasks }, { now }) => makeMinute(body, {
    kind: found.kind, thingIds: things.map(({ thingId }) => thingId), posted: postedOf(things, body.postage), rules, hasAgency: found.agencyUnitId !== null, isCarried: found.pickup !== null || found.shipmentId !== null, today: dateOf(now), ...settledOf(found),
    paid: owed.filter(({ paidAt }) => paidAt !== undefined), reissued: tasks.filter(({ doneAt }) => doneAt !== undefined).map(({ thingId }) => thingId),
    ...(found.minuteNumber !== null && { minuteNumber: found.minuteNumber }),
  }),
  save: async (db, context, { caseId, scope, body, desk: { place, actor } }, { tasks, compensation }, { found, things }) => {
    const { provinceId, now } = context;
    const number = formatPaperNumber('liability-minute', await takeNumber(db, context, paperSeries('liability-minute', place.desk.receivingUnitId, dateOf(now))));
    const minuteId = newPaperId(context);
    const payload = liabilitySlip(body, compensation, {
      place, actor, other: found.agencyUnitId ?? found.pickup ?? { name: '', address: '' }, now, number, kind: found.kind, foundOutAt: found.openedAt, account: found.note,
      ...(found.minuteNumber !== null && body.replacedBecause !== undefined && { replaces: { number: found.minuteNumber, because: body.replacedBecause } }),
      ...(found.bagLabel !== null && { bagLabel: found.bagLabel }), ...(found.recordNumber !== null && { recordNumber: found.recordNumber }),
      things: things.map(({ kind, name, roundNo, count, code, ownerName, itemNumber }) => ({ name: thingInWords({ kind, name, roundNo }), count, code, ownerName, itemNumber })),
    });
    await insertIssuedPaper(db, provinceId, found.deskId, { paperId: minuteId, number, payload }, now, context.accountId);
    await saveMinute(db, context, { caseId, minuteId, number, command: body, tasks, compensation });
    const owed = compensation.lines.reduce((sum, { amount }) => sum + amount, 0);
    const data = { caseId, kind: found.kind, paper: number, liability: body.liability, owed, note: body.ground, replaces: found.minuteNumber ?? undefined, replacedBecause: body.replacedBecause };
    const dossiers = new Map(things.flatMap(({ dossierId, code }) => (dossierId === undefined ? [] : [[dossierId, code] as const])));
    return {
      answer: { caseId, paperId: minuteId, number, at: now, owed, payBy: compensation.payBy },
      chain: chainOfCase(scope, found),
      journal: dossiers.size === 0 ? [{ act: 'liability-minute', data: { ...data, bag: found.bagLabel ?? undefined } }]
        : [...dossiers].map(([dossierId, code]) => ({ act: 'liability-minute', dossierId, data: { ...data, code } })),
      outbox: [],
    };
  },
});
