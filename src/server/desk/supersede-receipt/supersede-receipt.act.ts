import { keptLines, papersListedAnew } from '#core/custody/dossier-things.ts';
import { atDesk } from '#core/custody/thing.ts';
import { scansOf } from '#core/dossier/check-papers.ts';
import { type ReceiptSuperseded, type SupersedeFacts, type SupersedeRefusal, supersedeReceipt } from '#core/dossier/supersede-receipt.ts';
import { totalOf } from '#core/fees/fee-line.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { ok } from '#core/kernel/result.ts';
import { receivedAsPrinted } from '#core/offline/keep-printed.ts';
import { isOutside } from '#core/organisation/units.ts';
import type { FormTable } from '#core/paper-form/form-versions.ts';
import { correctedNumber, correctedReceipt, correctedSeries } from '#documents/slips/corrected-receipt.ts';
import { supersededAnswer } from '#wire/answers/superseded-answer.ts';
import type { SupersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { findFormTable } from '../../papers/form-table.sql.ts';
import type { DeskFacts } from '../facts/desk-facts.ts';
import { findUnknownScans } from '../facts/desk-facts.sql.ts';
import { deskAct } from '../save/desk-act.ts';
import { insertPapers, newPaperId, takeNumber } from '../save/desk-save.sql.ts';
import { type Collected, type OldReceipt, findCollected, findOldReceipt, keepCollectedAt, saveSuperseded } from './supersede-receipt.sql.ts';

type More = Pick<SupersedeFacts, 'transfer' | 'procedure' | 'unknownScans'> & {
  readonly old: OldReceipt; readonly collected: readonly Collected[]; readonly forms: FormTable;
};
type Extra = ReturnType<typeof supersededAnswer>;

export const supersedeReceiptAct = (facts: DeskFacts) =>
  deskAct<SupersedeReceiptCommand, More, ReceiptSuperseded, SupersedeRefusal, Extra>({
    name: 'supersede-receipt',
    more: async (db, { provinceId }, { body, place }, dossier) => {
      const date = dateOf(body.receivedAt ?? dossier.receivedAt);
      const { row, transfer } = await facts.procedure(place.desk.deskId, body.procedureCode, date, { again: 'read-again', db });
      return {
        forms: await findFormTable(db, provinceId),
        transfer, procedure: row?.procedure, old: await findOldReceipt(db, provinceId, place.desk.deskId, dossier.dossierId), collected: await findCollected(db, provinceId, dossier.dossierId),
        unknownScans: await findUnknownScans(db, provinceId, place.desk.deskId, scansOf(body.papers)),
      };
    },
    decide: ({ body, actor, place }, { dossier, more }, { now, offline }) => {
      const { transfer } = more;
      const away = transfer && isOutside(place.units, transfer.agencyUnitId, place.desk.communeUnitId);
      const done = supersedeReceipt(body, { ...more, away, now, actor, desk: place.desk, calendar: place.calendar.compiled, dossier });
      return done.ok ? ok(receivedAsPrinted(done.value, offline?.printedDue)) : done;
    },
    effect: async (db, context, { body, actor, place, origin }, decision, { dossier, more }) => {
      const { provinceId, now } = context;
      const { assessed, hands, receivedAt } = decision;
      await saveSuperseded(db, provinceId, dossier.dossierId, now, body, decision, more.old.receipt?.paperId);
      await keepCollectedAt(db, provinceId, dossier.dossierId, more.collected);
      const firstLine = await insertPapers(db, provinceId, dossier.dossierId, 0, assessed.papers);
      const series = correctedSeries(decision, place, now);
      const number = correctedNumber(series && await takeNumber(db, context, series), dossier);
      const { receipt, register } = more.old;
      const payload = correctedReceipt({
        place: { ...place, forms: more.forms }, actor, decision, dossier, parties: body.parties, reason: body.reason, now, origin,
        old: receipt ?? undefined, register: register ?? undefined,
      }, number);
      const paperId = newPaperId(context);
      return {
        state: dossier.state, clock: assessed.clock, hands,
        custody: papersListedAnew(
          await findThings(db, provinceId, [dossier.dossierId]), dossier.dossierId, keptLines(assessed.papers, firstLine), atDesk(place.desk.deskId), custodyStamp(context)),
        paper: { paperId, dossierId: dossier.dossierId, number, payload, supersedesPaperId: receipt?.paperId },
        journal: {
          reason: body.reason, from: { procedureCode: dossier.procedureCode, dueAt: dossier.due?.due, receivedAt: dossier.receivedAt },
          to: { procedureCode: assessed.procedure.code, dueAt: assessed.due?.due, receivedAt },
          collected: { before: totalOf(more.collected), now: totalOf(assessed.fees.filter((line) => line.collected)) },
        },
        notice: { kind: 'receipt-superseded', due: assessed.due?.due },
        extra: supersededAnswer(decision, dossier, paperId),
      };
    },
  });
