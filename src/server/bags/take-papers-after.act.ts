// The agency counts what followed its dossiers, and signs for it; what did not come is a case.
import { both } from '#core/custody/change.ts';
import { notCome, settleBy } from '#core/custody/differences.ts';
import { arrivedAt } from '#core/custody/dossier-things.ts';
import { type PapersTakenRefused, mayTakeAfter, papersOnRecord } from '#core/custody/papers-after.ts';
import type { SignedFor } from '#core/custody/sign-for.ts';
import { type Thing, atAgency } from '#core/custody/thing.ts';
import { LIFE } from '#core/dossier/life.ts';
import { type Hours, rolesOf } from '#core/dossier/office-work.ts';
import type { ActRefused } from '#core/dossier/life.ts';
import { refuse } from '#core/kernel/result.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { PapersAfterTaken, TakePapersAfterBody } from '#wire/papers-after.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findThings } from '../custody/things.sql.ts';
import { type Office, actorOn } from '../office/agency/office-act.ts';
import { type LoadedDossier, lockOfficeDossiers } from '../office/agency/office-dossier.sql.ts';
import { findOfficeReach } from '../office/agency/office-reach.sql.ts';
import { findRecordSent } from './papers-after.sql.ts';

export type TakeAfterCall = { readonly recordId: string; readonly body: Omit<TakePapersAfterBody, 'signature'>; readonly signed: SignedFor };
type Facts = { readonly dossiers: readonly LoadedDossier[]; readonly hours: Hours; readonly givenBy: readonly AccountId[]; readonly papers: readonly Thing[]; readonly mayTake: boolean };

/** Whoever may accept a hand-over. */
const { roles: ROLES } = LIFE['accept-hand-over'];

export const takePapersAfterAct = (office: Office): Act<TakeAfterCall, Facts, true, PapersTakenRefused | ActRefused, PapersAfterTaken> => ({
  name: 'take-papers-after',
  load: async (db, context, { recordId }) => {
    const { provinceId } = context;
    const reach = await findOfficeReach(db, provinceId, context.accountId, context.now);
    const record = await findRecordSent(db, provinceId, recordId, reach.unitIds);
    const dossiers = record ? await lockOfficeDossiers(db, provinceId, record.dossierIds, reach) : [];
    const [first] = dossiers;
    if (!record || !first || dossiers.length < record.dossierIds.length) return undefined;
    const papers = papersOnRecord(await findThings(db, provinceId, record.dossierIds), recordId);
    const mayTake = dossiers.every((dossier) => rolesOf(actorOn(context, reach, dossier)).some((role) => ROLES.includes(role)));
    return { dossiers, papers, mayTake, givenBy: record.givenBy, hours: await office.hours.at(db, first.siteId, first.agencyRootUnitId) };
  },
  decide: ({ body: { received, missing }, signed }, { dossiers, givenBy, mayTake, papers }, { accountId }) => {
    if (!mayTake) return refuse({ kind: 'role-not-allowed', act: 'accept-hand-over', needs: ROLES });
    // somebody else was quicker
    const lines = dossiers.filter(({ dossierId }) => papers.some((thing) => thing.dossierId === dossierId));
    return mayTakeAfter({ lines, givenBy }, [...received, ...missing.map(({ dossierId }) => dossierId)], signed, accountId);
  },
  save: async (_db, context, { recordId, body: { received, missing }, signed }, _decision, { dossiers, papers, hours }) => {
    const stamp = custodyStamp(context);
    const noteOf = new Map<string, string>(missing.map(({ dossierId, note }) => [dossierId, note]));
    return {
      answer: { recordId, at: context.now, received: received.length, missing: missing.length }, chain: `unit:${dossiers[0]?.agencyRootUnitId ?? ''}`,
      journal: dossiers.map(({ dossierId, code }) => ({ act: 'take-papers-after', dossierId, data: { code, recordId, signedBy: signed.by, ...(noteOf.has(dossierId) && { note: noteOf.get(dossierId) }) } })),
      outbox: [],
      custody: both(...dossiers.map(({ dossierId, agencyUnitId }) => {
        const own = papers.filter((thing) => thing.dossierId === dossierId);
        const note = noteOf.get(dossierId);
        return note === undefined ? arrivedAt(own, atAgency(agencyUnitId), stamp) : notCome(own, note, { stamp, settleBy: settleBy(hours.calendar, context.now) });
      })),
    };
  },
});
