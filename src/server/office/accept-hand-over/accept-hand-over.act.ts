// Many dossiers at once: each is accepted, rejected with its reason, or skipped because a colleague was quicker.
import { type CaseKind, both } from '#core/custody/change.ts';
import { type CountedLine, countedIn, notCome, notTaken, settleBy } from '#core/custody/differences.ts';
import { type SignedFor, maySignFor } from '#core/custody/sign-for.ts';
import { atAgency, sameHolder, type Thing } from '#core/custody/thing.ts';
import { type AcceptRefused, type HandOverAccepted, acceptHandOver } from '#core/dossier/accept-hand-over.ts';
import type { DossierClock } from '#core/dossier/kept-clock.ts';
import type { ChangedMeanwhile, Hours, OfficeActor } from '#core/dossier/office-work.ts';
import { type HandOverRejected, rejectHandOver } from '#core/dossier/reject-hand-over.ts';
import { ok, refuse } from '#core/kernel/result.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { AcceptHandOverAnswer, AcceptHandOverBody } from '#wire/accept-hand-over.wire.ts';
import type { Act, JournalEntry, OutboxMessage } from '../../acts/act.ts';
import { loadDossierClock } from '../../clock/dossier-clock.sql.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { type Office, actorOn, applyEffect, messagesOf } from '../agency/office-act.ts';
import { type LoadedDossier, lockOfficeDossiers } from '../agency/office-dossier.sql.ts';
import { findOfficeReach } from '../agency/office-reach.sql.ts';
import { closeHandOvers, lockHandOvers, saveHandOverLine } from './accept-hand-over.sql.ts';

type Line = { readonly dossier: LoadedDossier; readonly actor: OfficeActor; readonly hours: Hours; readonly clock?: DossierClock; readonly reason?: string; readonly kind: CaseKind; readonly things: readonly Thing[]; readonly givenBy: readonly AccountId[] };
type Taken = { readonly line: Line; readonly accepted: HandOverAccepted };
type Returned = { readonly line: Line; readonly rejected: HandOverRejected };
type Decided = { readonly taken: readonly Taken[]; readonly returned: readonly Returned[]; readonly skipped: readonly { readonly line: Line; readonly why: ChangedMeanwhile }[] };

/** Counted out of a bag, paper by paper: what of an accepted dossier is short or damaged, and which dossiers did not come at all. */
export type CountedFromBag = { readonly differences: ReadonlyMap<string, readonly CountedLine[]>; readonly missing: ReadonlySet<string> };
export type AcceptCommand = Omit<AcceptHandOverBody, 'signature'> & { readonly signed: SignedFor; readonly counted?: CountedFromBag };

export const performAcceptHandOver = (office: Office): Act<AcceptCommand, readonly Line[], Decided, AcceptRefused, AcceptHandOverAnswer> => ({
  name: 'accept-hand-over',
  load: async (db, context, body) => {
    const reach = await findOfficeReach(db, context.provinceId, context.accountId, context.now);
    const rejected = new Map(body.rejected.map((line) => [line.dossierId, line]));
    const ids = [...body.dossierIds, ...rejected.keys()];
    const dossiers = await lockOfficeDossiers(db, context.provinceId, ids, reach);
    if (dossiers.length < ids.length) return undefined;
    const records = await lockHandOvers(db, context.provinceId, ids);
    const things = await findThings(db, context.provinceId, ids);
    const lines: Line[] = [];
    for (const dossier of dossiers) {
      const hours = await office.hours.at(db, dossier.siteId, dossier.agencyRootUnitId);
      lines.push({
        dossier, actor: actorOn(context, reach, dossier), reason: rejected.get(dossier.dossierId)?.reason, kind: rejected.get(dossier.dossierId)?.kind ?? 'not-taken', hours, things: things.filter((thing) => thing.dossierId === dossier.dossierId),
        givenBy: records.filter((record) => record.dossierIds.includes(dossier.dossierId)).flatMap(({ givenBy }) => givenBy),
        clock: await loadDossierClock(db, context.provinceId, dossier.clock, hours.calendar),
      });
    }
    return lines;
  },
  decide: ({ signed }, lines, { now, accountId }) => {
    const taken: Taken[] = [];
    const returned: Returned[] = [];
    const skipped: { line: Line; why: ChangedMeanwhile }[] = [];
    for (const line of lines) {
      const { dossier, actor, hours, clock, reason } = line;
      if (reason !== undefined) {
        const rejected = rejectHandOver(reason, { dossier, actor });
        if (rejected.ok) returned.push({ line, rejected: rejected.value });
        else if (rejected.refusal.kind === 'changed-meanwhile') skipped.push({ line, why: rejected.refusal });
        else return rejected;
        continue;
      }
      const accepted = acceptHandOver({ dossier, actor, hours, clock, now });
      if (accepted.ok) taken.push({ line, accepted: accepted.value });
      else if (accepted.refusal.kind === 'changed-meanwhile') skipped.push({ line, why: accepted.refusal });
      else return accepted;
    }
    const may = maySignFor(signed, accountId, [...taken, ...returned].map(({ line: { dossier, givenBy } }) => ({ code: dossier.code, givenBy })));
    if (!may.ok) return may;
    const [first] = skipped;
    return taken.length + returned.length === 0 && first ? refuse(first.why) : ok({ taken, returned, skipped });
  },
  save: async (db, context, { counted, signed }, { taken, returned, skipped }, lines) => {
    const stamp = custodyStamp(context);
    const journal: JournalEntry[] = [];
    const outbox: OutboxMessage[] = [];
    const answer = { accepted: [] as AcceptHandOverAnswer['accepted'][number][], rejected: [] as AcceptHandOverAnswer['rejected'][number][] };
    for (const { line: { dossier }, accepted } of taken) {
      const revision = await applyEffect(db, context, dossier, { state: 'in-process', ...accepted });
      const handOver = await saveHandOverLine(db, context.provinceId, dossier.dossierId, 'received');
      answer.accepted.push({ dossierId: dossier.dossierId, code: dossier.code, revision, dueAt: (accepted.clock?.reading ?? dossier.due)?.due });
      journal.push({
        act: 'accept-hand-over', dossierId: dossier.dossierId,
        data: { code: dossier.code, record: handOver, assignee: accepted.started.assigneeName, clockStarted: accepted.clock !== undefined, signedBy: signed.by },
      });
      outbox.push(...messagesOf(dossier, 'in-process', context.now));
    }
    for (const { line: { dossier }, rejected } of returned) {
      const revision = await applyEffect(db, context, dossier, { state: 'received' });
      const handOver = await saveHandOverLine(db, context.provinceId, dossier.dossierId, 'rejected', rejected.reason);
      answer.rejected.push({ dossierId: dossier.dossierId, code: dossier.code, revision });
      journal.push({ act: 'reject-hand-over', dossierId: dossier.dossierId, data: { code: dossier.code, record: handOver, note: rejected.reason } });
      outbox.push(...messagesOf(dossier, 'received', context.now));
    }
    await closeHandOvers(db, context, lines.map((line) => line.dossier.dossierId), signed);
    return {
      answer: {
        ...answer,
        skipped: skipped.map(({ line: { dossier }, why }) => ({
          dossierId: dossier.dossierId, code: dossier.code, state: dossier.state, changedBy: why.by, changedAt: why.at,
        })),
      },
      chain: `unit:${lines[0]?.dossier.agencyRootUnitId ?? ''}`,
      journal, outbox,
      custody: both(
        ...taken.map(({ line: { dossier, things, hours } }) =>
          countedIn(things, atAgency(dossier.agencyUnitId), counted?.differences.get(dossier.dossierId) ?? [], { stamp, settleBy: settleBy(hours.calendar, context.now) })),
        ...returned.map(({ line: { dossier, things, hours, kind }, rejected }) => {
          const here = atAgency(dossier.agencyUnitId);
          const facts = { stamp, settleBy: settleBy(hours.calendar, context.now) };
          return counted?.missing.has(dossier.dossierId)
            ? notCome(things.filter(({ journey }) => journey && sameHolder(journey.to, here)), rejected.reason, facts)
            : notTaken(things, here, kind, rejected.reason, facts);
        }),
      ),
    };
  },
});
