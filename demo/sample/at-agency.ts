// What happens inside the agency, written into the books as the product's own acts would write it.
import { outcomeNumber } from '#core/dossier/record-outcome.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { Scene } from './at-desk.ts';
import * as custody from './custody.ts';
import { type DossierFile, clockBegins, clockMoves, finishStep, move, startStep, stepsOf } from './dossier-file.ts';
import { symbolOf } from './mix.ts';
import type { Happening, ReceivedVisit } from './plan.ts';
import { issuePaper, refusalPaper, supplementPaper, takePaperNumber } from './sample-papers.ts';
import type { Worker } from './staffing.ts';

type Of<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>;

const REASON = 'Giấy tờ nộp chưa đủ căn cứ, đề nghị bổ sung một lần cho đủ';
const REFUSAL = 'Qua xác minh, hồ sơ không đủ điều kiện giải quyết theo quy định';

const chainOf = (visit: ReceivedVisit): `unit:${string}` => `unit:${visit.agency.rootUnitId}`;
const write = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, at: Happening['at'], by: Worker, act: string, data: Readonly<Record<string, unknown>>): void =>
  books.journal(chainOf(visit), at, by, act, visit.dossierId, { code: file.code, ...data });

const workerOf = (file: DossierFile, visit: ReceivedVisit, stepNo: number, signer: number): Worker => {
  const role = stepsOf(file)[stepNo - 1]?.role;
  if (role === 'section-head') return visit.agency.head ?? visit.agency.officer;
  if (role === 'signing-leader') return visit.agency.signers[signer] ?? visit.agency.officer;
  return role === 'records-clerk' ? visit.agency.records : visit.agency.officer;
};

/** The records clerk counts the bag, whosever its dossiers are; each officer then takes what nobody has. */
export const accepted = (scene: Scene, file: DossierFile, visit: ReceivedVisit, happening: Of<'accept'>): void => {
  const { officer, records } = visit.agency;
  const { number: record } = scene.bags.count('to-agency', visit, happening.sentAt, happening.at, records);
  move(file, 'in-process', happening.at);
  custody.reachedAgency({ books: scene.books, visit, held: file.held, at: happening.at, by: records });
  clockBegins(file, happening.at);
  file.accepted = true;
  startStep(file, 1, happening.at, officer);
  write(scene, file, visit, happening.at, records, 'accept-hand-over', { record, clockStarted: happening.due !== undefined });
  move(file, 'in-process', happening.at);
  write(scene, file, visit, happening.at, officer, 'assign-dossier', { assignee: officer.name });
};

export const passed = (scene: Scene, file: DossierFile, visit: ReceivedVisit, { at, stepNo, signer, refuses }: Of<'pass'>): void => {
  const by = workerOf(file, visit, stepNo, signer);
  const role = stepsOf(file)[stepNo - 1]?.role;
  const capacity = role === 'signing-leader' ? visit.agency.signers[signer]?.capacity : undefined;
  const proposal: { readonly proposal?: 'grant' | 'refuse'; readonly reason?: string; readonly ground?: string } = role === 'agency-officer' ? { proposal: refuses ? 'refuse' : 'grant', ...(refuses ? { reason: REFUSAL, ground: visit.procedure.legalGrounds[0]?.instrument ?? '' } : {}) } : {};
  finishStep(file, at, by, 'passed', { ...proposal, ...(capacity === undefined ? {} : { prefix: capacity.prefix, title: capacity.title }) });
  const next = stepsOf(file)[stepNo];
  startStep(file, stepNo + 1, at, next?.role === 'records-clerk' ? undefined : workerOf(file, visit, stepNo + 1, signer));
  move(file, 'in-process', at);
  write(scene, file, visit, at, by, 'complete-step', {
    result: 'passed', to: next?.name, assignee: file.assignee?.name,
    signedAs: capacity && `${capacity.prefix} ${capacity.title}`.trim(), proposal: proposal.proposal,
  });
};

export const supplementAsked = (scene: Scene, file: DossierFile, visit: ReceivedVisit, happening: Of<'ask-supplement'>): void => {
  const { officer } = visit.agency;
  const { at, answerBy, late } = happening;
  const item = visit.procedure.cases.find((one) => one.caseId === visit.command.caseId)?.checklist[0];
  const items = [{ name: item?.name ?? 'Tờ khai', original: 1, certifiedCopy: 0, plainCopy: 0, reason: 'Kê khai chưa đủ nội dung, đề nghị lập lại' }];
  file.requests += 1;
  finishStep(file, at, officer, 'supplement-asked', { note: REASON });
  move(file, 'supplement-asked', at);
  clockMoves(file, { kind: 'supplement-asked', at, policy: file.clock?.clock.policy ?? 'RESTART', citizenUntil: dateOf(answerBy) });
  scene.books.add('supplement_request', {
    dossier_id: visit.dossierId, request_no: file.requests, asked_at: at, asked_by: officer.accountId, asked_by_name: officer.name,
    items, reason: REASON, answer_by: answerBy, answered_at: null, is_late: late,
  });
  const { count, number } = takePaperNumber(scene.books, 'supplement-request', visit.transfer.agencyUnitId, at);
  issuePaper(scene.books, `${visit.dossierId}/02`, at, officer, { dossierId: visit.dossierId, deskId: visit.stage.place.desk.deskId, number, payload: supplementPaper(file, visit, count, happening, items, REASON) });
  write(scene, file, visit, at, officer, 'ask-supplement', { requestNo: file.requests, late, items: items.map((one) => one.name), note: REASON, answerBy, paper: number });
};

export const stopped = (scene: Scene, file: DossierFile, visit: ReceivedVisit, { at }: Of<'stop'>): void => {
  const by = visit.agency.head ?? visit.agency.signers[0] ?? visit.agency.officer;
  move(file, 'stopped', at);
  file.closedAt = at;
  write(scene, file, visit, at, by, 'stop-dossier', { note: 'Quá hạn bổ sung mà không nhận được giấy tờ' });
};

export const dutyAsked = (scene: Scene, file: DossierFile, visit: ReceivedVisit, { at, payBy }: Of<'ask-financial-duty'>): void => {
  const { officer } = visit.agency;
  const notice = 'Thông báo nộp tiền của cơ quan thuế';
  move(file, 'awaiting-financial-duty', at);
  clockMoves(file, { kind: 'financial-duty-asked', at });
  scene.books.add('financial_duty', {
    dossier_id: visit.dossierId, duty_no: 1, notice, amount: null, pay_by: payBy, asked_at: at, asked_by: officer.accountId, asked_by_name: officer.name,
    settled_at: null, settled_by: null, settled_by_name: null, paid_on: null, proof: null,
  });
  write(scene, file, visit, at, officer, 'ask-financial-duty', { dutyNo: 1, note: notice, payBy });
};

export const dutySettled = (scene: Scene, file: DossierFile, visit: ReceivedVisit, { at }: Of<'settle-financial-duty'>): void => {
  const { officer } = visit.agency;
  move(file, 'in-process', at);
  clockMoves(file, { kind: 'financial-duty-settled', at });
  const row = scene.books.rowsOf('financial_duty').find((one) => one['dossier_id'] === visit.dossierId) as Record<string, unknown> | undefined;
  Object.assign(row ?? {}, { settled_at: at, settled_by: officer.accountId, settled_by_name: officer.name, paid_on: dateOf(at) });
  write(scene, file, visit, at, officer, 'settle-financial-duty', { dutyNo: 1, paidOn: dateOf(at), dueAt: file.due?.due });
};

const outcomeRow = (scene: Scene, file: DossierFile, visit: ReceivedVisit, at: Happening['at'], signerNo: number, by: Worker, more: { readonly kind: string; readonly name: string; readonly number: string; readonly ground: string | null }): void => {
  const signer = visit.agency.signers[signerNo];
  scene.books.add('outcome', {
    dossier_id: visit.dossierId, outcome_no: 1, ...more, issued_at: at, signed_by: signer?.accountId, signed_by_name: signer?.name,
    signing_prefix: signer?.capacity.prefix ?? '', signing_title: signer?.capacity.title ?? '', issued_by: by.accountId, issued_by_name: by.name, file: null, has_paper: true,
  });
  file.outcome = { name: more.name, number: more.number };
  custody.wasIssued({ books: scene.books, visit, held: file.held, at, by }, file.outcome);
};

export const refused = (scene: Scene, file: DossierFile, visit: ReceivedVisit, { at, signer }: Of<'refuse'>): void => {
  const by = visit.agency.signers[signer];
  if (by === undefined) return;
  const legalGround = visit.procedure.legalGrounds[0]?.instrument ?? '';
  const { count, number } = takePaperNumber(scene.books, 'refusal-notice', visit.transfer.agencyUnitId, at);
  finishStep(file, at, by, 'refused', { note: REFUSAL, prefix: by.capacity.prefix, title: by.capacity.title });
  move(file, 'refused-by-agency', at);
  file.refused = true;
  issuePaper(scene.books, `${visit.dossierId}/03`, at, by, { dossierId: visit.dossierId, deskId: visit.stage.place.desk.deskId, number, payload: refusalPaper(file, visit, count, at, by, REFUSAL, legalGround) });
  outcomeRow(scene, file, visit, at, signer, by, { kind: 'refusal', name: 'Phiếu từ chối giải quyết hồ sơ', number, ground: legalGround });
  write(scene, file, visit, at, by, 'refuse-resolution', { note: REFUSAL, legalGround, paper: number });
};

export const issued = (scene: Scene, file: DossierFile, visit: ReceivedVisit, { at, signer }: Of<'issue'>): void => {
  const by = visit.agency.records;
  const outcome = visit.procedure.outcomes[0];
  const name = outcome?.name ?? 'Kết quả giải quyết';
  const symbol = symbolOf(outcome?.outcomeId ?? '', visit.transfer.agencyUnitId);
  const number = outcomeNumber(scene.books.take({ series: `outcome:${visit.transfer.agencyUnitId}:${symbol}`, period: at.slice(0, 4) }), symbol);
  finishStep(file, at, by, 'issued', { note: `${name} số ${number}` });
  move(file, 'outcome-recorded', at);
  outcomeRow(scene, file, visit, at, signer, by, { kind: 'outcome', name, number, ground: null });
  write(scene, file, visit, at, by, 'record-outcome', { name, number, signedBy: visit.agency.signers[signer]?.name, hasPaper: true, note: `${name} số ${number}` });
};

export const sent = (scene: Scene, file: DossierFile, visit: ReceivedVisit, happening: Of<'send'>): void => {
  const by = visit.agency.records;
  const { number: record, id } = scene.bags.put('to-desk', file, visit, happening.sentAt, by);
  custody.wentToDesk({ books: scene.books, visit, held: file.held, at: happening.at, by }, id);
  move(file, 'outcome-sent', happening.at);
  write(scene, file, visit, happening.at, by, 'send-outcome', { record, desk: visit.stage.place.desk.deskId });
};
