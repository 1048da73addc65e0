import { randomUUIDv7 } from 'node:crypto';
import { NO_CHANGE, both } from '#core/custody/change.ts';
import { isHeld, isOutcome, outcomeCame, sentTo } from '#core/custody/dossier-things.ts';
import { atAgency, atDesk, type Thing } from '#core/custody/thing.ts';
import { type OutcomesSent, type SendLine, type SendOutcomeRefused, sendOutcomes } from '#core/dossier/send-outcome.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { SendOutcomeAnswer, SendOutcomeBody } from '#wire/send-outcome.wire.ts';
import type { Act } from '../../acts/act.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { keepTransit } from '../../custody/transit.sql.ts';
import { type Agency, findTitle, getAgency } from '../agency/agency.sql.ts';
import { type Office, actorOn, applyEffect, messagesOf } from '../agency/office-act.ts';
import { type LoadedDossier, lockOfficeDossiers } from '../agency/office-dossier.sql.ts';
import { recordBackPaper } from '../agency/office-papers.ts';
import { findOfficeReach } from '../agency/office-reach.sql.ts';
import { insertPaper, takeNumber } from '../agency/office-save.sql.ts';
import { type LastOutcome, findLastOutcomes, insertHandOverBack } from './send-outcome.sql.ts';

/** In a bag: what lies in it goes with it. */
export type SendCommand = { readonly origin: string; readonly body: SendOutcomeBody; readonly bag?: Thing };
type Line = SendLine & { readonly dossier: LoadedDossier };
type Facts = {
  readonly lines: readonly Line[]; readonly first: LoadedDossier;
  readonly outcomes: ReadonlyMap<string, LastOutcome>; readonly agency: Agency; readonly title?: string; readonly things: readonly Thing[];
};

export const performSendOutcome = (office: Office): Act<SendCommand, Facts, OutcomesSent, SendOutcomeRefused, SendOutcomeAnswer> => ({
  name: 'send-outcome',
  load: async (db, context, { body }) => {
    const reach = await findOfficeReach(db, context.provinceId, context.accountId, context.now);
    const ids = body.dossiers.map((line) => line.dossierId);
    const dossiers = await lockOfficeDossiers(db, context.provinceId, ids, reach);
    const [first] = dossiers;
    if (!first || dossiers.length < ids.length) return undefined;
    const asked = new Map(body.dossiers.map((line) => [line.dossierId, line]));
    const outcomes = await findLastOutcomes(db, context.provinceId, ids);
    return {
      first,
      lines: dossiers.map((dossier) => ({
        dossier, actor: actorOn(context, reach, dossier), expectedRevision: asked.get(dossier.dossierId)?.expectedRevision ?? -1,
        stamped: asked.get(dossier.dossierId)?.stamped, awaitsSeal: outcomes.get(dossier.dossierId)?.awaitsSeal,
      })),
      outcomes,
      things: await findThings(db, context.provinceId, ids),
      agency: await getAgency(db, context.provinceId, first.agencyUnitId),
      title: await findTitle(db, context.provinceId, context.accountId),
    };
  },
  decide: (_command, { lines }) => sendOutcomes(lines),
  save: async (db, context, { origin, bag }, sent, { lines, first, outcomes, agency, title, things }) => {
    const { provinceId, accountId, accountName, now } = context;
    const count = await takeNumber(db, provinceId, paperSeries('hand-over-record', sent.agencyUnitId, dateOf(now)));
    const number = formatPaperNumber('hand-over-record', count);
    const handOverId = randomUUIDv7();
    await insertHandOverBack(db, context, {
      handOverId, number, deskId: sent.deskId, agencyUnitId: sent.agencyUnitId,
      lines: lines.map(({ dossier }) => ({ dossierId: dossier.dossierId, paperCount: outcomes.get(dossier.dossierId)?.hasPaper ? 1 : 0 })),
    });
    const { calendar } = await office.hours.at(db, first.siteId);
    await keepTransit(db, provinceId, { handOverId, direction: 'to-desk', deskId: sent.deskId, agencyUnitId: sent.agencyUnitId, at: now, calendar });
    const stamp = custodyStamp(context);
    const here = atAgency(sent.agencyUnitId);
    const there = things.filter((thing) => isOutcome(thing) && (isHeld(thing) || thing.holder.kind === 'unaccounted'));
    // what was lost for good is issued anew before it is sent
    const issuedAnew = both(...lines.map(({ dossier: { dossierId } }) => {
      const outcome = outcomes.get(dossierId);
      return outcome?.hasPaper && !there.some((thing) => thing.dossierId === dossierId) ? outcomeCame({ dossierId, ...outcome }, here, stamp) : NO_CHANGE;
    }));
    const payload = recordBackPaper({
      agency, number: count, issuedAt: now, origin, first, officer: { name: accountName, title },
      lines: lines.map(({ dossier }) => ({ dossier, outcome: outcomes.get(dossier.dossierId) })),
    });
    const paper = { paperId: handOverId, kind: payload.kind, number };
    await insertPaper(db, provinceId, { ...paper, deskId: sent.deskId, payload }, now, accountId);
    const dossiers: SendOutcomeAnswer['dossiers'][number][] = [];
    for (const { dossier } of lines) {
      const revision = await applyEffect(db, context, dossier, { state: 'outcome-sent' });
      dossiers.push({ dossierId: dossier.dossierId, code: dossier.code, revision });
    }
    return {
      answer: { handOverId, recordNumber: number, deskId: sent.deskId, deskName: first.deskName, sentAt: now, dossiers, paper },
      chain: `unit:${first.agencyRootUnitId}`,
      journal: lines.map(({ dossier, awaitsSeal }) => ({
        act: 'send-outcome', dossierId: dossier.dossierId, data: { code: dossier.code, record: number, desk: sent.deskId, ...(awaitsSeal && { stamped: true }) },
      })),
      outbox: lines.flatMap(({ dossier }) => messagesOf(dossier, 'outcome-sent', now)),
      custody: both(issuedAnew, sentTo([...there, ...issuedAnew.things], here, atDesk(sent.deskId), handOverId, stamp, bag)),
    };
  },
});
