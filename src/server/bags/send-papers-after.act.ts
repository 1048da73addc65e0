// What came to the desk later goes to the agency that has the dossier: one record for many, and the ledger has it on its way.
import { sentTo } from '#core/custody/dossier-things.ts';
import { type PapersAfterRefused, maySendAfter, papersHere } from '#core/custody/papers-after.ts';
import { type Thing, atAgency, atDesk } from '#core/custody/thing.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { papersAfterSlip } from '#documents/slips/hand-over-slip.ts';
import type { PapersAfterSent, SendPapersAfterBody } from '#wire/papers-after.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findThings } from '../custody/things.sql.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { type LockedDossier, lockDeskDossiers } from '../desk/save/desk-dossier.sql.ts';
import { insertIssuedPaper, takeNumber } from '../desk/save/desk-save.sql.ts';
import { countForms } from './papers-after.sql.ts';

export type SendAfterCall = DeskCall & { readonly command: SendPapersAfterBody };
type Facts = { readonly dossiers: readonly LockedDossier[]; readonly papers: readonly Thing[] };

export const sendPapersAfterAct: Act<SendAfterCall, Facts, true, PapersAfterRefused, PapersAfterSent> = {
  name: 'send-papers-after',
  load: async (db, { provinceId }, { command, place }) => {
    const ids = [...new Set(command.dossierIds)];
    const dossiers = await lockDeskDossiers(db, provinceId, command.deskId, ids);
    if (dossiers.length !== command.dossierIds.length || !place.units.has(command.agencyUnitId)) return undefined;
    return { dossiers, papers: papersHere(await findThings(db, provinceId, ids), atDesk(command.deskId)) };
  },
  decide: ({ command }, { dossiers, papers }) => maySendAfter(
    dossiers.map((dossier) => ({ ...dossier, papers: papers.filter(({ dossierId }) => dossierId === dossier.dossierId).length })), command.agencyUnitId),
  save: async (db, context, { command, place, actor }, _decision, { dossiers, papers }) => {
    const { provinceId, now } = context;
    const { recordId, deskId, agencyUnitId } = command;
    const number = formatPaperNumber('hand-over-record', await takeNumber(db, context, paperSeries('hand-over-record', place.desk.receivingUnitId, dateOf(now))));
    const forms = await countForms(db, provinceId, papers.flatMap(({ dossierId, lines }) => (dossierId === undefined ? [] : lines.map((lineNo) => ({ dossierId, lineNo })))));
    const payload = papersAfterSlip({ place, actor, agencyUnitId, dossiers, forms, now, number });
    await insertIssuedPaper(db, provinceId, deskId, { paperId: recordId, number, payload }, now, actor.accountId);
    return {
      answer: { recordId, recordNumber: number, sentAt: now, dossiers: dossiers.length }, chain: `desk:${deskId}`,
      journal: dossiers.map(({ dossierId, code }) => ({ act: 'send-papers-after', dossierId, data: { code, recordId, recordNumber: number, agencyUnitId } })),
      outbox: [], custody: sentTo(papers, atDesk(deskId), atAgency(agencyUnitId), recordId, custodyStamp(context)),
    };
  },
};
