import { keptLines, papersListedAnew } from '#core/custody/dossier-things.ts';
import { atDesk } from '#core/custody/thing.ts';
import { scansOf } from '#core/dossier/check-papers.ts';
import { type Posting, receiptSeries } from '#core/dossier/receive-dossier.ts';
import { type ReceiptSuperseded, type SupersedeFacts, type SupersedeRefusal, supersedeReceipt } from '#core/dossier/supersede-receipt.ts';
import { totalOf } from '#core/fees/fee-line.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { isOutside } from '#core/organisation/units.ts';
import type { FormTable } from '#core/paper-form/form-versions.ts';
import { receptionSlip } from '#documents/slips/reception-slip.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import type { SupersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { findFormTable } from '../../papers/form-table.sql.ts';
import type { DeskFacts } from '../facts/desk-facts.ts';
import { findUnknownScans } from '../facts/desk-facts.sql.ts';
import { deskAct } from '../save/desk-act.ts';
import { insertPapers, newPaperId, takeNumber } from '../save/desk-save.sql.ts';
import { type Collected, type OldReceipt, findCollected, findReceipt, findRegisterEntry, keepCollectedAt, saveSuperseded } from './supersede-receipt.sql.ts';

type More = Pick<SupersedeFacts, 'transfer' | 'procedure' | 'unknownScans'> & {
  readonly old?: OldReceipt; readonly collected: readonly Collected[]; readonly forms: FormTable;
};
type Extra = Omit<DossierReceivedAnswer, 'dossierId' | 'code' | 'state' | 'status' | 'revision' | 'paperId'> & { readonly paperId: string };

const postingOf = (old: OldReceipt | undefined): Posting | undefined =>
  old?.itemNumber ? { itemNumber: old.itemNumber, postage: old.postage ?? 0, sealNumber: old.sealNumber ?? undefined } : undefined;

export const supersedeReceiptAct = (facts: DeskFacts) =>
  deskAct<SupersedeReceiptCommand, More, ReceiptSuperseded, SupersedeRefusal, Extra>({
    name: 'supersede-receipt',
    more: async (db, { provinceId }, { body, place }, dossier) => {
      const date = dateOf(body.receivedAt ?? dossier.receivedAt);
      const { row, transfer } = await facts.procedure(place.desk.deskId, body.procedureCode, date, { again: 'read-again', db });
      return {
        forms: await findFormTable(db, provinceId),
        transfer, procedure: row?.procedure, old: await findReceipt(db, provinceId, dossier.dossierId), collected: await findCollected(db, provinceId, dossier.dossierId),
        unknownScans: await findUnknownScans(db, provinceId, place.desk.deskId, scansOf(body.papers)),
      };
    },
    decide: ({ body, actor, place }, { dossier, more }, { now }) =>
      supersedeReceipt(body, { ...more, away: more.transfer && isOutside(place.units, more.transfer.agencyUnitId, place.desk.communeUnitId), now, actor, desk: place.desk, calendar: place.calendar.compiled, dossier }),
    effect: async (db, context, { body, actor, place, origin }, decision, { dossier, more }) => {
      const { provinceId, now } = context;
      const { assessed, hands, receivedAt, slip } = decision;
      await saveSuperseded(db, provinceId, dossier.dossierId, now, body, decision, more.old?.paperId);
      await keepCollectedAt(db, provinceId, dossier.dossierId, more.collected);
      const firstLine = await insertPapers(db, provinceId, dossier.dossierId, 0, assessed.papers);
      const { deskId, receivingUnitId } = place.desk;
      const series = receiptSeries(slip, receivingUnitId, dateOf(now));
      const number = series ? String(await takeNumber(db, context, series)).padStart(4, '0') : dossier.code.slice(dossier.code.lastIndexOf('-') + 1);
      const entry = await findRegisterEntry(db, provinceId, deskId, dossier.dossierId);
      const payload = receptionSlip({
        place: { ...place, forms: more.forms }, actor, assessed, hands, slip, parties: body.parties, channel: dossier.channel, returnWish: dossier.returnWish,
        setCount: dossier.setCount, receivedAt, issuedAt: now, origin,
        posting: postingOf(more.old), register: entry, largePrint: more.old?.largePrint ?? undefined,
        supersedes: { number: more.old?.number ?? number, issuedAt: more.old?.issuedAt ?? dossier.receivedAt, reason: body.reason },
      }, { code: dossier.code, number, inRegister: entry });
      const paperId = newPaperId(context);
      return {
        state: dossier.state, clock: assessed.clock, hands,
        custody: papersListedAnew(
          await findThings(db, provinceId, [dossier.dossierId]), dossier.dossierId, keptLines(assessed.papers, firstLine), atDesk(deskId), custodyStamp(context)),
        paper: { paperId, dossierId: dossier.dossierId, number, payload, supersedesPaperId: more.old?.paperId },
        journal: {
          reason: body.reason, from: { procedureCode: dossier.procedureCode, dueAt: dossier.due?.due, receivedAt: dossier.receivedAt },
          to: { procedureCode: assessed.procedure.code, dueAt: assessed.due?.due, receivedAt },
          collected: { before: totalOf(more.collected), now: totalOf(assessed.fees.filter((line) => line.collected)) },
        },
        notice: { kind: 'receipt-superseded', due: assessed.due?.due },
        extra: {
          codeIsProvisional: dossier.codeIsProvisional, receivedAt, due: assessed.due, fees: [...assessed.fees],
          totalFee: totalOf(assessed.fees), hands, paperId, paperKind: slip, forwardBy: assessed.forwardBy,
        },
      };
    },
  });
