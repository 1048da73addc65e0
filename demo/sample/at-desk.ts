// What happens at the desk, written into the books as the product's own acts would write it.
import { paperCountOf } from '#core/dossier/check-papers.ts';
import type { DossierCode, FeeLine } from '#core/dossier/dossier.ts';
import { bookNameOf } from '#core/numbering/series.ts';
import type { Bags } from './bags.ts';
import type { Books } from './books.ts';
import * as custody from './custody.ts';
import { refuseAtDesk } from './guidance.ts';
import { type DossierFile, clockMoves, move, openFile, paperRows, startStep } from './dossier-file.ts';
import type { Happening, ReceivedVisit } from './plan.ts';
import { issuePaper, receiptPaper } from './sample-papers.ts';
import { packed, wentSealed } from './stranded.ts';
import type { Visit } from './visit.ts';

export type Scene = { readonly books: Books; readonly bags: Bags };

const chainOf = (visit: Visit): `desk:${string}` => `desk:${visit.stage.place.desk.deskId}`;
const receiverOf = (visit: Visit) => visit.stage.team.officer;
/** Clerk or officer as the core said: by delegation and with the post the clerk receives herself. */
const actorOf = (visit: ReceivedVisit) =>
  visit.received.hands.receiverId === visit.stage.team.clerk.accountId ? visit.stage.team.clerk : visit.stage.team.officer;

const clerkHands = (visit: Visit) => ({ receiverId: visit.stage.team.clerk.accountId, receiverName: visit.stage.team.clerk.name });
const officerHands = (visit: Visit) => ({ receiverId: visit.stage.team.officer.accountId, receiverName: visit.stage.team.officer.name });

const feeRows = (books: Books, visit: Visit, fees: readonly FeeLine[]): void => {
  for (const [index, fee] of fees.entries()) {
    books.add('dossier_fee', {
      dossier_id: visit.dossierId, line_no: index + 1, fee_id: fee.feeId, kind: fee.kind, name: fee.name, quantity: fee.quantity, unit_amount: fee.unitAmount,
      amount: fee.amount, exemption: fee.exemption ?? null, collected_at: fee.collected ? visit.at : null, payee_unit_id: fee.payeeUnitId,
    });
  }
};

const totalOf = (fees: readonly FeeLine[]): number => fees.reduce((sum, fee) => sum + fee.amount, 0);

export const filedOnline = (visit: ReceivedVisit, _at: Happening['at']): DossierFile => openFile(visit, visit.filed?.code ?? ('' as DossierCode), 'filed-online', undefined);

export const received = ({ books }: Scene, visit: ReceivedVisit, filing: DossierFile | undefined): DossierFile => {
  const { assessed, hands, number, codePrefix } = visit.received;
  const { register, paperNumber: series } = visit.received;
  const order = books.take(register);
  books.add('register_entry', { desk_id: visit.stage.place.desk.deskId, year: Number(register.period), number: order, dossier_id: visit.dossierId, entered_at: visit.at });
  const digits = String(books.take(number)).padStart(4, '0');
  const receiptNumber = series === undefined ? digits : String(books.take(series)).padStart(4, '0');
  const file = openFile(visit, `${codePrefix}${digits}` as DossierCode, 'received', assessed.due);
  file.clock = assessed.clock;
  file.revision = (filing?.revision ?? 0) + 1;
  paperRows(books, visit);
  custody.came({ books, visit, held: file.held, at: visit.at, by: visit.stage.team.clerk });
  feeRows(books, visit, assessed.fees);
  const paperNumber = visit.received.slip === 'posting-slip' ? (visit.command.posting?.itemNumber ?? digits) : receiptNumber;
  issuePaper(books, visit.dossierId, visit.at, actorOf(visit), { dossierId: visit.dossierId, deskId: visit.stage.place.desk.deskId, number: paperNumber, payload: receiptPaper(file, visit, receiptNumber, String(order).padStart(2, '0')) });
  books.journal(chainOf(visit), visit.at, visit.stage.team.clerk, 'receive-dossier', visit.dossierId, {
    code: file.code, procedureCode: visit.procedure.code, procedureVersion: visit.procedure.version, channel: visit.command.channel,
    regime: visit.command.regime, mode: visit.transfer.mode, agencyUnitId: visit.transfer.agencyUnitId,
    receiverId: hands.receiverId, receiverName: hands.receiverName, assistantId: hands.assistantId, assistantName: hands.assistantName,
    dueAt: assessed.due?.due, paperCount: paperCountOf(assessed.papers), totalFee: totalOf(assessed.fees), filedAs: filing?.code,
  });
  return file;
};

export const certified = ({ books }: Scene, visit: Extract<Visit, { readonly kind: 'certified' }>): DossierFile => {
  const { certified: done } = visit;
  const code = `${done.codePrefix}${String(books.take(done.number)).padStart(4, '0')}` as DossierCode;
  const file = openFile(visit, code, 'resolved-at-desk', undefined, visit.at);
  const { book } = done;
  if (!book) throw new Error('a sample of certification is done at once');
  const bookName = bookNameOf(book, 1);
  for (const [index, line] of done.lines.entries()) {
    const number = books.take(book);
    books.add('certification_entry', {
      dossier_id: visit.dossierId, line_no: index + 1, unit_id: visit.transfer.agencyUnitId, book: bookName, number,
      paper_name: line.paperName, pages: line.pages, copies: line.copies, fee: line.fee, requester_name: visit.parties.applicant.fullName, certified_at: visit.at,
    });
  }
  for (const [index, line] of done.lines.entries()) {
    books.add('dossier_paper', { dossier_id: visit.dossierId, line_no: index + 1, round_no: 0, item_id: 'copy', name: line.paperName, form: 'plain-copy', count: line.copies, shown_only: false, scans: [] });
  }
  feeRows(books, visit, done.fees);
  books.journal(chainOf(visit), visit.at, visit.stage.team.clerk, 'resolve-at-desk', visit.dossierId, {
    code, ...done.hands, procedureCode: visit.procedure.code, procedureVersion: visit.procedure.version, state: done.state,
    book: done.book && bookName, papers: done.lines.map(({ paperName, pages, copies }) => ({ paperName, pages, copies })), totalFee: done.totalFee,
  });
  return file;
};

export const forwarded = ({ books, bags }: Scene, file: DossierFile, visit: ReceivedVisit, happening: Extract<Happening, { readonly kind: 'forward' }>): void => {
  const sealed = happening.sealNumber === undefined ? undefined : packed({ books, bags }, file, visit, happening.sentAt, happening.sealNumber);
  const bag = bags.put('to-agency', file, visit, happening.sentAt, visit.stage.team.clerk, sealed);
  if (sealed) wentSealed({ books, bags }, file, visit, happening.at, bag.id);
  else custody.wentToAgency({ books, visit, held: file.held, at: happening.at, by: visit.stage.team.clerk }, bag.id);
  move(file, 'handed-over', happening.at);
  books.journal(chainOf(visit), happening.at, visit.stage.team.clerk, 'forward-dossiers', visit.dossierId, {
    code: file.code, ...clerkHands(visit), handOverId: bag.id, recordNumber: bag.number, agencyUnitId: visit.transfer.agencyUnitId, paperCount: paperCountOf(visit.received.assessed.papers),
  });
};

export const cancelled = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, at: Happening['at']): void => {
  const reason = 'Nhập nhầm thủ tục, đã tiếp nhận lại';
  custody.wasMistaken({ books, visit, held: file.held, at, by: receiverOf(visit) }, reason);
  move(file, 'cancelled', at);
  file.closedAt = at;
  books.journal(chainOf(visit), at, receiverOf(visit), 'cancel-entry', visit.dossierId, { code: file.code, ...officerHands(visit), reason });
};

export const withdrawn = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, at: Happening['at']): void => {
  const from = file.state;
  custody.wasTakenBack({ books, visit, held: file.held, at, by: receiverOf(visit) });
  move(file, 'withdrawn', at);
  file.closedAt = at;
  books.journal(chainOf(visit), at, receiverOf(visit), 'withdraw-dossier', visit.dossierId, { code: file.code, ...officerHands(visit), reason: 'Người nộp xin rút hồ sơ', papersGivenBack: true, from });
};

export const supplementReceived = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, happening: Extract<Happening, { readonly kind: 'receive-supplement' }>): void => {
  move(file, 'in-process', happening.at);
  clockMoves(file, { kind: 'supplied', at: happening.at, complete: true });
  for (const row of books.rowsOf('supplement_request')) {
    if (row['dossier_id'] === visit.dossierId && row['answered_at'] === null) (row as Record<string, unknown>)['answered_at'] = happening.at;
  }
  const item = visit.procedure.cases.flatMap((one) => one.checklist)[0];
  if (item !== undefined) {
    const lineNo = books.rowsOf('dossier_paper').filter((row) => row['dossier_id'] === visit.dossierId).length + 1;
    books.add('dossier_paper', { dossier_id: visit.dossierId, line_no: lineNo, round_no: file.requests, item_id: item.itemId, name: item.name, form: 'original', count: 1, shown_only: false, scans: [] });
    custody.came({ books, visit, held: file.held, at: happening.at, by: visit.stage.team.clerk }, [{ lineNo, form: 'original', count: 1 }], file.requests);
  }
  startStep(file, 1, happening.at, visit.agency.officer);
  books.journal(chainOf(visit), happening.at, visit.stage.team.clerk, 'receive-supplement', visit.dossierId, {
    code: file.code, ...officerHands(visit), assistantId: visit.stage.team.clerk.accountId, assistantName: visit.stage.team.clerk.name,
    requestNo: file.requests, papers: item === undefined ? [] : [item.name], newDue: file.due?.due,
  });
};

export const outcomeAccepted = ({ books, bags }: Scene, file: DossierFile, visit: ReceivedVisit, happening: Extract<Happening, { readonly kind: 'accept-outcome' }>): void => {
  const bag = bags.count('to-desk', visit, happening.sentAt, happening.at, visit.stage.team.clerk);
  custody.reachedDesk({ books, visit, held: file.held, at: happening.at, by: visit.stage.team.clerk });
  move(file, 'ready-to-return', happening.at);
  books.journal(chainOf(visit), happening.at, visit.stage.team.clerk, 'accept-outcome', visit.dossierId, { code: file.code, ...clerkHands(visit), handOverId: bag.id, result: 'received' });
};

export const returned = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, happening: Extract<Happening, { readonly kind: 'return' }>): void => {
  custody.wasReturned({ books, visit, held: file.held, at: happening.at, by: visit.stage.team.clerk });
  move(file, 'returned', happening.at);
  file.closedAt = happening.at;
  const person = visit.parties.applicant;
  const note = happening.lostReceipt ? 'Mất giấy hẹn, đã đối chiếu giấy tờ tùy thân; người nhận ký xác nhận' : null;
  books.add('outcome_return', {
    dossier_id: visit.dossierId, returned_at: happening.at, returned_by: visit.stage.team.clerk.accountId, returned_by_name: visit.stage.team.clerk.name,
    receiver: { fullName: person.fullName, identity: person.identity, relation: 'self', ...(person.phone === undefined ? {} : { phone: person.phone }) },
    receipt_shown: !happening.lostReceipt, lost_receipt_note: note, recalled_papers: [], originals_returned: true, signature: null,
  });
  books.journal(chainOf(visit), happening.at, visit.stage.team.clerk, 'return-outcome', visit.dossierId, {
    code: file.code, ...clerkHands(visit), receiverOfOutcome: person.fullName, relation: 'self', identityKind: person.identity.kind, receiptShown: !happening.lostReceipt,
    lostReceiptNote: note ?? undefined, recalledPapers: [], originalsReturned: true, collectedFeeLines: [],
  });
};

export const receptionRefused = (scene: Scene, file: DossierFile, visit: ReceivedVisit, at: Happening['at']): void => {
  move(file, 'refused-at-desk', at);
  file.closedAt = at;
  refuseAtDesk(scene, { stage: visit.stage, procedure: visit.procedure, agencyUnitId: visit.transfer.agencyUnitId, at, person: visit.parties.applicant, filed: { dossierId: visit.dossierId, code: file.code } });
};
