// The work that the pictures show, done through the product's own doors, each act as its own person.
import { randomUUID } from 'node:crypto';
import type { Person } from '#core/people/person.ts';
import { certifyCommand, farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { WORLD_FACTS, type WorldName } from '#demo/worlds.ts';
import type { DeskTodayView } from '#wire/desk-today.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { OfficeInboxView } from '#wire/office-inbox.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { type Answer, type Person as Worker, signIn } from '../../bench/person.ts';

export type Stage = {
  /** Dossiers of Kỳ Bắc by the state they stand in. */
  readonly dossiers: Readonly<Record<'received' | 'handed-over' | 'in-process' | 'supplement-asked' | 'signing' | 'issuing' | 'outcome-recorded' | 'outcome-sent' | 'ready-to-return' | 'returned', string>>;
  readonly code: string;
  readonly returnedCode: string;
  readonly digits: string;
  /** A dossier of the sample month that an official of Kỳ Xuân works on. */
  readonly sample: string;
};

const DESK = 'ky-bac';
const AGENCY = 'xa-ky-bac';
const PEOPLE = ['Nguyễn Văn Thử', 'Lê Thị Minh Họa', 'Trần Đình Ví Dụ', 'Phan Thị Giả Định', 'Hồ Văn Mẫu', 'Võ Thị Thí Điểm', 'Đặng Văn Mô Phỏng', 'Bùi Thị Nguyệt Thử', 'Hoàng Văn Nháp', 'Nguyễn Thị Công Tằng Tôn Nữ Mẫu Đơn Hoa'] as const;
const person = (no: number): Person => ({ ...farmer, fullName: PEOPLE[no % PEOPLE.length] ?? farmer.fullName, phone: `09120000${String(no + 1).padStart(2, '0')}` });

const done = async <T>(asked: Promise<Answer>): Promise<T> => {
  const { status, text } = await asked;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return JSON.parse(text) as T;
};

const peopleOf = (address: string, world: WorldName) => (login: string): Promise<Worker> => signIn(address, login, WORLD_FACTS[world].password);

export const prepareStage = async (kybac: string, hatinh: string): Promise<Stage> => {
  const worker = peopleOf(kybac, 'kybac-2019');
  const [officer, chairman, records] = [await worker('tuphap.kybac'), await worker('chutich.kybac'), await worker('vanthu.kybac')];
  const birth = procedureIn('kybac-2019', '1.001193');
  let people = 0;
  const receive = async (): Promise<DossierReceivedAnswer> =>
    done(officer.post('/api/desk/dossiers', receiveCommand(DESK, birth, { parties: { applicant: person(people++) } as never })));
  const revisionOf = async (dossierId: string): Promise<number> => (await done<DossierView>(officer.get(`/api/dossiers/${dossierId}`))).revision;
  const forward = async (...ids: readonly string[]): Promise<void> => {
    const lines = await Promise.all(ids.map(async (dossierId) => ({ dossierId, revision: await revisionOf(dossierId), paperCount: 3 })));
    await done(officer.post('/api/desk/hand-overs', { handOverId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY, dossiers: lines }));
  };
  const office = async (who: Worker, path: string, dossierId: string, body: object): Promise<void> => {
    await done(who.post(`/api/office/dossiers/${dossierId}/${path}`, { expectedRevision: await revisionOf(dossierId), ...body }));
  };
  const pass = (who: Worker, dossierId: string, more: object = {}): Promise<void> => office(who, 'complete-step', dossierId, { result: { kind: 'pass', ...more } });
  const propose = (dossierId: string): Promise<void> => pass(officer, dossierId, { note: 'Đủ điều kiện', proposal: { kind: 'grant' } });
  const send = async (ids: readonly string[]): Promise<void> => {
    const lines = await Promise.all(ids.map(async (dossierId) => ({ dossierId, expectedRevision: await revisionOf(dossierId) })));
    await done(records.post('/api/office/outcomes/send', { dossiers: lines }));
  };

  const states = ['received', 'handed-over', 'in-process', 'supplement-asked', 'signing', 'issuing', 'outcome-recorded', 'outcome-sent', 'ready-to-return', 'returned'] as const;
  const dossiers = {} as Record<(typeof states)[number], string>;
  for (const state of states) dossiers[state] = (await receive()).dossierId;
  const { 'handed-over': handed, 'in-process': processed, 'supplement-asked': asked, signing, issuing, 'outcome-recorded': recorded, 'outcome-sent': sent, 'ready-to-return': ready, returned } = dossiers;
  for (let i = 0; i < 2; i += 1) await receive();
  await done(officer.post('/api/desk/certifications', certifyCommand(DESK, procedureIn('kybac-2019', '2.000815'))));

  await forward(processed, asked, signing, issuing, recorded, sent, ready, returned);
  await done(officer.post('/api/office/hand-overs/accept', { dossierIds: [processed, asked, signing, issuing, recorded, sent, ready, returned] }));
  await forward(handed);
  await office(officer, 'ask-supplement', asked, { reason: 'Giấy chứng sinh chưa có dấu của cơ sở y tế.', items: [{ name: 'Giấy chứng sinh có đóng dấu', original: 1, certifiedCopy: 0, plainCopy: 0 }] });
  for (const dossierId of [signing, issuing, recorded, sent, ready, returned]) await propose(dossierId);
  for (const dossierId of [issuing, recorded, sent, ready, returned]) await pass(chairman, dossierId);
  for (const dossierId of [recorded, sent, ready, returned]) await office(records, 'record-outcome', dossierId, { name: 'Giấy khai sinh', symbol: 'GKS', hasPaper: true, sealed: true });
  await send([ready, returned]);
  const today = await done<DeskTodayView>(officer.get('/api/desk/today'));
  for (const record of today.incoming) await done(officer.post(`/api/desk/incoming/${record.handOverId}/accept`, { deskId: DESK, received: [ready, returned] }));
  await send([sent]);
  const back = await done<DossierView>(officer.get(`/api/dossiers/${returned}`));
  await done(officer.post(`/api/desk/dossiers/${returned}/return-outcome`, {
    deskId: DESK, revision: back.revision, receiver: { fullName: back.parties.applicant.fullName, identity: back.parties.applicant.identity, relation: 'self' },
    receiptShown: true, recalledPapers: [], originalsReturned: true,
  }));

  const inbox = await done<OfficeInboxView>((await peopleOf(hatinh, 'hatinh-2026')('hotich.kyxuan')).get('/api/office/inbox?tab=mine'));
  const view = await done<DossierView>(officer.get(`/api/dossiers/${processed}`));
  return {
    dossiers,
    code: view.code, returnedCode: back.code, digits: (view.parties.applicant.phone ?? '').slice(-4), sample: inbox.rows[0]?.dossierId ?? '',
  };
};
