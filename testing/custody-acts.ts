// What the tests of the ledger do with dossiers, over the people and acts of the tests of bags; after each test the ledger
// is read back as a whole.
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';
import { type BagWorld, CRIMINAL_RECORD, DESK, type Received, bagWorld, post } from './bag-world.ts';
import { receiveCommand } from './desk-commands.ts';
import { findUnexplained } from './custody-ledger.ts';
import type { Caller, ServedWorld } from './served-world.ts';

type Papers = ReceiveDossierInput['papers'];
type Who = keyof BagWorld['people'] | 'neighbour' | 'builder';

export const custodyActs = () => {
  const people = {} as Record<Who, Caller>;
  let opened: BagWorld | undefined;
  const bags = (): BagWorld => {
    if (!opened) throw new Error('the world is not served yet');
    return opened;
  };
  beforeAll(async () => {
    opened = await bagWorld();
    Object.assign(people, opened.people, { neighbour: await opened.world.signIn('tuphap.kyphong'), builder: await opened.world.signIn('chuyenvien.sld') });
  }, 240_000);
  afterAll(() => bags().world.close());
  afterEach(async () => expect(await findUnexplained(bags().pool)).toEqual([]));

  const rows = async <Row extends object>(text: string, ...values: readonly unknown[]): Promise<readonly Row[]> => (await bags().pool.query<Row>(text, [...values])).rows;
  const revisionOf = (dossierId: string): Promise<number> => bags().revisionOf(dossierId);
  const office = (who: Caller, dossierId: string, path: string, body: object = {}): Promise<void> => bags().office(who, dossierId, path, body);
  const withPapers = (papers: Papers = []) => (papers.length === 0 ? {} : { papers: [...receiveCommand(DESK, CRIMINAL_RECORD).papers, ...papers] });
  const receive = (papers?: Papers): Promise<Received> => bags().receive(withPapers(papers));
  const forward = (dossierId: string): Promise<string> => bags().forwarded(dossierId, 3);
  const accepted = async (papers?: Papers): Promise<Received> => {
    const dossier = await receive(papers);
    await forward(dossier.dossierId);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossier.dossierId] });
    return dossier;
  };
  /** Lines of the papers that are things, in the order in which they were written. */
  const kept = (dossierId: string) => rows<{ lineNo: number; name: string; count: number }>(
    `select line_no as "lineNo", name, count::int from motcua.dossier_paper where dossier_id = $1 and not shown_only and form <> 'e-copy' order by line_no`, dossierId);

  return {
    bags, people, rows, receive, forward, accepted, office, kept, revisionOf,
    world: (): ServedWorld => bags().world,
    where: (dossierId: string) => bags().where(dossierId),
    total: (dossierId: string) => bags().total(dossierId),
    stateOf: (dossierId: string) => bags().stateOf(dossierId),
    issued: (papers?: Papers) => bags().issued(withPapers(papers)),
    desk: async (dossierId: string, path: string, body: object, who = people.officer): Promise<void> => {
      await post(who, `/api/desk/dossiers/${dossierId}/${path}`, { deskId: DESK, revision: await revisionOf(dossierId), ...body });
    },
    decide: (dossierId: string): Promise<void> => bags().decide(dossierId),
    issue: (dossierId: string, outcome: object = { hasPaper: true }): Promise<void> => bags().issue(dossierId, outcome),
    sendOutcome: async (dossierId: string): Promise<string> =>
      (await post<{ handOverId: string }>(people.records, '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: await revisionOf(dossierId) }] })).handOverId,
    casesOf: (dossierId: string) => rows<{ kind: string; sent: number; arrived: number; note: string; by: string; how: string | null; desk: string; agency: string }>(
      'select kind, sent, arrived, note, settle_by::text as by, settled_how as how, desk_id as desk, agency_unit_id as agency from motcua.custody_case where dossier_id = $1 order by opened_at, case_id', dossierId),
  };
};
