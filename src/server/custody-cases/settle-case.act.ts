// A difference is settled by the desk or by the agency it concerns; each finds the thing in its own hands. With a lost bag
// that is given up, its dossiers wait again where they left.
import type { CustodyChange } from '#core/custody/change.ts';
import { type SettleCaseRefused, bearerOf, settleCustodyCase } from '#core/custody/settle-case.ts';
import type { Thing } from '#core/custody/thing.ts';
import { SETTLED_WORDS } from '#wire/custody-words.ts';
import type { CustodyCaseSettled, SettleCustodyCaseBody } from '#wire/custody-cases.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { CustodyScope } from '../custody/held.sql.ts';
import { findThingsById } from '../custody/things.sql.ts';
import { messagesOf } from '../desk/save/desk-act.ts';
import { giveUpBag } from './give-up-bag.sql.ts';
import { type LockedCase, chainOfCase, isForPerson, lockCase, saveSettled, settledOf, sideOf } from './lock-case.sql.ts';

export type CaseCall<Body> = { readonly caseId: string; readonly scope: CustodyScope; readonly body: Body };
type Facts = { readonly found: LockedCase; readonly thing: Thing; readonly content: readonly Thing[] };

export const settleCustodyCaseAct: Act<CaseCall<Omit<SettleCustodyCaseBody, 'deskId'>>, Facts, CustodyChange, SettleCaseRefused, CustodyCaseSettled> = {
  name: 'settle-custody-case',
  load: async (db, { provinceId }, { caseId, scope }) => {
    const found = await lockCase(db, provinceId, caseId, scope);
    if (!found) return undefined;
    const things = await findThingsById(db, provinceId, [found.thingId, ...found.content]);
    const thing = things.find(({ thingId }) => thingId === found.thingId);
    return thing && { found, thing, content: things.filter(({ thingId }) => thingId !== found.thingId) };
  },
  decide: ({ scope, body }, { found, thing, content }, context) => settleCustodyCase(body, {
    kind: found.kind, thing, content, side: sideOf(scope, found), isForPerson: isForPerson(found),
    liability: found.liability, openTasks: found.openTasks, unpaid: found.unpaid, ...settledOf(found),
  }, custodyStamp(context)),
  save: async (db, context, { caseId, scope, body }, change, { found }) => {
    await saveSettled(db, context, caseId, { ...body, costBearer: bearerOf(body, found.liability) });
    const note = `${SETTLED_WORDS[body.how]}: ${body.note}`;
    const waiting = found.kind === 'bag-lost' ? await giveUpBag(db, context, found.thingId, `Túi thất lạc. ${body.note}`) : [];
    const data = { caseId, kind: found.kind, how: body.how, costBearer: bearerOf(body, found.liability), note };
    return {
      answer: { caseId, how: body.how, at: context.now },
      chain: chainOfCase(scope, found),
      journal: [
        { act: 'settle-custody-case', ...(found.dossierId !== null && { dossierId: found.dossierId }), data: { code: found.code ?? undefined, bag: found.bagLabel ?? undefined, ...data } },
        ...waiting.map(({ dossierId, code }) => ({ act: 'settle-custody-case', dossierId, data: { code, ...data } })),
      ],
      outbox: waiting.flatMap((dossier) => messagesOf(dossier, dossier.waitsAs, context.now)),
      custody: change,
    };
  },
};
