// What a counter of this release leaves on its machine in a day: acts that were sent, wait, and are parked, a scan that
// waits, and drafts. Chance and clock are the day's own, so that the same release writes the same.
import { sealedDrawer } from '#staff/offline/sealed-drawer.ts';
import { DRAFT_SHAPE } from '#staff/counter/receive-dossier/draft-shape.ts';
import { sha256Hex, utf8 } from '#staff/offline/bytes.ts';
import { keepScan, type Stored } from '#staff/offline/store.ts';
import type { Reply } from '#staff/offline/transport.ts';
import { counterMachine, OFFICER_ID, PIN } from '../counter-machine.ts';
import { certifyCommand, procedureIn, receiveCommand } from '../desk-commands.ts';
import { type DatabaseFile, readDatabase } from './database-file.ts';
import { draftOf, OWNER, readTyped, STARTED, typeOpen } from './typed-open.ts';

export type StoredData = {
  /** Without a counter's store: of a release that had none, or of a machine that was not enrolled. */
  readonly databases: { readonly counter?: DatabaseFile; readonly plain: DatabaseFile; readonly lists: DatabaseFile };
  /** Of what waits, in the order in which it is sent. */
  readonly waiting: readonly string[];
  readonly parked: readonly string[];
  /** Whose drafts lie there, sealed or open. */
  readonly drafts: readonly string[];
};

/** Procedures are many: these are enough to go on receiving. */
const KEPT_PROCEDURES = ['procedure:1.001193', 'procedure:2.000815'];
const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');

const accepted = (): Reply => ({ status: 200, headers: {}, body: { answer: {}, replayed: false, cases: [] } });
const parked = (): Reply => ({
  status: 422, headers: {},
  body: { type: '/loi/papers-missing', title: 'Còn thiếu', status: 422, detail: 'Còn thiếu giấy tờ', traceId: '', code: 'papers-missing', refusal: { kind: 'papers-missing', caseId: 'c' } },
});

const typeSealed = async (stored: Stored): Promise<void> => {
  const draft = draftOf('draft-sealed', 'Phạm Văn Khóa');
  await sealedDrawer(stored).put({
    kind: 'draft', id: draft.draftId, group: OWNER, savedAt: STARTED, content: { draftId: draft.draftId, owner: OWNER, current: 0, savedAt: STARTED, shape: DRAFT_SHAPE, draft },
  });
};

export const aWorkingDay = async (newId: () => string): Promise<StoredData> => {
  let replies: Reply[] = [];
  const machine = await counterMachine({ newId, transport: async ({ path }) => (path.endsWith('/commands') ? replies.shift() : undefined) });
  const counter = machine.counter();
  const { world } = counter.parts;
  const stored = counter.stored() as Stored;
  await counter.db.reference.filter(({ key }) => key.startsWith('procedure:') && !KEPT_PROCEDURES.includes(key)).delete();
  const confirmation = { by: 'pin' as const, accountId: OFFICER_ID, pin: PIN };
  const act = async (path: string, body: object): Promise<string> => {
    const key = newId();
    const done = await counter.act({ path, body, key });
    if (!done.ok) throw new Error(done.refusal.detail);
    await counter.sync.poke();
    machine.wait(60);
    return key;
  };
  const receive = async (scans: readonly string[] = []): Promise<{ readonly key: string; readonly dossierId: string }> => {
    const dossierId = newId();
    const papers = receiveCommand('ky-bac', birth).papers.map((paper, index) => ({ ...paper, scans: index === 0 ? scans : [] })) as never;
    return { dossierId, key: await act('/api/desk/dossiers', { ...receiveCommand('ky-bac', birth, { dossierId, papers }), confirmation }) };
  };
  replies = [accepted()];
  await receive();
  replies = [parked()];
  const refused = await receive();
  const page = utf8('%PDF-1.7 tờ khai');
  const sha256 = await sha256Hex(page);
  await keepScan(stored, { sha256, mediaType: 'application/pdf', storedAt: '2019-11-18T07:30:00+07:00' }, page);
  const first = await receive([sha256]);
  const forward = await act('/api/desk/hand-overs', {
    handOverId: newId(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: first.dossierId, revision: 1, paperCount: 2 }],
  });
  const certify = await act('/api/desk/certifications', { ...certifyCommand('ky-bac', copies, { dossierId: newId() }), confirmation });
  await typeOpen(world);
  await typeSealed(stored);
  machine.close();
  const databases = { counter: await readDatabase(`motcua-counter-${world}`), ...(await readTyped(world)) };
  return { databases, waiting: [first.key, forward, certify], parked: [refused.key], drafts: ['Phạm Văn Khóa', 'Trần Thị Mở'] };
};
