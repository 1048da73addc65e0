// Bags on a real database: the people of Kỳ Bắc's desk and of the department it writes to, and what each test does with bags.
import { randomUUID } from 'node:crypto';
import type { ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';
import type { BagHandedOver, BagStarted, BagsView } from '#wire/bags.wire.ts';
import { standing } from './custody-ledger.ts';
import { procedureIn, receiveCommand } from './desk-commands.ts';
import { type Answer, type Caller, servedWorld } from './served-world.ts';

export const CRIMINAL_RECORD = procedureIn('kybac-2019', '2.000488');
export const AGENCY = 'so-tu-phap';
export const DESK = 'ky-bac';

export type Received = { readonly dossierId: string; readonly code: string };
export type SentBag = BagStarted & BagHandedOver;

export const refusalOf = (answer: Answer): string => (answer.status >= 400 && answer.status < 500 ? answer.json<{ code: string }>().code : `${answer.status}`);

export const post = async <T = object>(who: Caller, url: string, body: object): Promise<T> => {
  const answer = await who.send('POST', url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return answer.json<T>();
};

export const counted = (received: readonly Received[], more: object = {}) =>
  ({ received: received.map(({ dossierId }) => dossierId), missing: [], differences: [], sealBroken: false, ...more });

const signedIn = async (world: Awaited<ReturnType<typeof servedWorld>>) => ({
  officer: await world.signIn('tuphap.kybac'), clerk: await world.signIn('buudien.kybac'),
  specialist: await world.signIn('chuyenvien.stp'), head: await world.signIn('truongphong.stp'), signer: await world.signIn('phogiamdoc.stp'), records: await world.signIn('vanthu.stp'),
  elsewhere: await world.signIn('vanthu.kyanh'),
});

export const bagWorld = async () => {
  const world = await servedWorld('kybac-2019');
  const people = await signedIn(world);
  const { pool } = world.database;
  const one = async <T>(sql: string, ...values: readonly unknown[]): Promise<T | undefined> => (await pool.query<{ one: T }>(sql, [...values])).rows[0]?.one;
  const revisionOf = async (dossierId: string): Promise<number> => (await one<number>('select revision as one from motcua.dossier where dossier_id = $1', dossierId)) ?? 0;
  const bagAct = (who: Caller, side: 'desk' | 'office', bagId: string, act: string, body: object): Promise<Answer> => who.send('POST', `/api/${side}/bags/${bagId}/${act}`, body);
  const receive = async (more: Partial<ReceiveDossierInput> = {}): Promise<Received> => post(people.officer, '/api/desk/dossiers', receiveCommand(DESK, CRIMINAL_RECORD, more));
  /** Of a procedure that goes elsewhere. */
  const commandOf = (code: string): ReceiveDossierInput => receiveCommand(DESK, procedureIn('kybac-2019', code));
  const started = async (who: Caller = people.clerk, side: 'desk' | 'office' = 'desk', agencyUnitId = AGENCY): Promise<BagStarted> =>
    post(who, `/api/${side}/bags`, { bagId: randomUUID(), deskId: DESK, agencyUnitId });
  const filled = async (...dossiers: readonly Received[]): Promise<BagStarted> => {
    const bag = await started();
    for (const { code } of dossiers) await post(people.clerk, `/api/desk/bags/${bag.bagId}/pack`, { scanned: code });
    return bag;
  };
  const sealed = async (...dossiers: readonly Received[]): Promise<BagStarted> => {
    const bag = await filled(...dossiers);
    await post(people.clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 001' });
    return bag;
  };
  const sent = async (...dossiers: readonly Received[]): Promise<SentBag> => {
    const bag = await sealed(...dossiers);
    return { ...bag, ...(await post<BagHandedOver>(people.clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() })) };
  };
  const forwarded = async (dossierId: string, paperCount = 1): Promise<string> => {
    const handOverId = randomUUID();
    await post(people.officer, '/api/desk/hand-overs', { handOverId, deskId: DESK, agencyUnitId: AGENCY, dossiers: [{ dossierId, revision: await revisionOf(dossierId), paperCount }] });
    return handOverId;
  };
  const office = async (who: Caller, dossierId: string, path: string, body: object = {}): Promise<void> => {
    await post(who, `/api/office/dossiers/${dossierId}/${path}`, { expectedRevision: await revisionOf(dossierId), ...body });
  };
  /** At its agency, and two papers brought to the desk since. */
  const supplemented = async (more: Partial<ReceiveDossierInput> = {}): Promise<Received> => {
    const dossier = await receive(more);
    const { dossierId } = dossier;
    await forwarded(dossierId);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
    await office(people.specialist, dossierId, 'ask-supplement', { reason: 'x', answerWithinWorkingDays: 5, items: [{ name: 'Giấy', original: 1, certifiedCopy: 0, plainCopy: 0 }] });
    await post(people.officer, `/api/desk/dossiers/${dossierId}/receive-supplement`, { deskId: DESK, revision: await revisionOf(dossierId), papers: [{ itemId: 'khac', name: 'Giấy', form: 'original', count: 2 }] });
    return dossier;
  };
  const decide = async (dossierId: string): Promise<void> => {
    await office(people.specialist, dossierId, 'complete-step', { result: { kind: 'pass', proposal: { kind: 'grant' } } });
    for (const who of [people.head, people.signer]) await office(who, dossierId, 'complete-step', { result: { kind: 'pass' } });
  };
  const issue = (dossierId: string, outcome: object = { hasPaper: true }): Promise<void> =>
    office(people.records, dossierId, 'record-outcome', { name: 'Phiếu lý lịch tư pháp số 1', symbol: 'PLLTP', sealed: true, ...outcome });
  /** Up to an outcome on paper that lies at the agency. */
  const issued = async (more: Partial<ReceiveDossierInput> = {}): Promise<Received> => {
    const dossier = await receive(more);
    const { dossierId } = dossier;
    await forwarded(dossierId);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
    await decide(dossierId);
    await issue(dossierId);
    return dossier;
  };
  return {
    world, people, pool, one, revisionOf, bagAct, receive, commandOf, started, filled, sealed, sent, forwarded, supplemented, office, decide, issue, issued,
    where: (dossierId: string) => standing(pool, dossierId),
    stateOf: (dossierId: string) => one<string>('select state as one from motcua.dossier where dossier_id = $1', dossierId),
    bagsOf: async (who: Caller, side: 'desk' | 'office'): Promise<BagsView> => (await who.get(`/api/${side}/bags`)).json<BagsView>(),
    casesOf: async (dossierId: string): Promise<readonly object[]> =>
      (await pool.query<Record<string, unknown>>('select kind, sent, arrived, note from motcua.custody_case where dossier_id = $1 order by case_id', [dossierId])).rows,
    lineOf: async (dossierId: string): Promise<{ readonly lineNo: number; readonly count: number }> => {
      const { rows: [line] } = await pool.query<{ lineNo: number; count: number }>(
        `select line_no as "lineNo", count::int from motcua.dossier_paper where dossier_id = $1 and not shown_only and form <> 'e-copy' order by line_no limit 1`, [dossierId]);
      if (!line) throw new Error('no paper');
      return line;
    },
    total: async (dossierId: string): Promise<number> =>
      (await one<number>(`select sum(count)::int as one from motcua.dossier_paper where dossier_id = $1 and not shown_only and form <> 'e-copy'`, dossierId)) ?? 0,
  };
};
export type BagWorld = Awaited<ReturnType<typeof bagWorld>>;
