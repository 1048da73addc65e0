// A refused act is put right as another act: at the time of the first, on the same dossier, with the numbers that were
// printed. Where what is printed stays the same the paper in the citizen's hand stands; else a new one says what it replaces.
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import type { IntakeReceiptPayload } from '#documents/intake-receipt/payload.ts';
import type { Acting, Correcting } from './acting.ts';
import type { CounterDb, OutboxRow } from './counter-db.ts';
import { type Taken, type Wanted, lookAhead, type LeaseRunOut } from './lease-hand.ts';
import type { Effect } from './queue-act.ts';
import { findPaper, openQueued } from './store.ts';

const REASON = 'nội dung được sửa khi gửi hồ sơ đã tiếp nhận lúc mất mạng';

/** Of a bag some may be left out, and nothing may be added. */
const isOfSame = (before: readonly string[], now: readonly string[]): boolean =>
  now.every((id) => before.includes(id)) && (now.length > 0 || before.length === 0);

/** Undefined: it does not wait for anybody here (any more). */
export const correctingOf = async (
  acting: Acting, commandId: string, asked: Pick<OutboxRow, 'act' | 'dossierIds'> & { readonly handOverId?: string; readonly isSame: (before: unknown) => boolean },
): Promise<Acting | undefined> => {
  const { stored } = acting;
  const row = await stored.db.outbox.where('commandId').equals(commandId).first();
  if (row?.state !== 'refused' || row.act !== asked.act || !isOfSame(row.dossierIds, asked.dossierIds)) return undefined;
  const { command } = await openQueued(stored, row);
  if (command.handOverId !== asked.handOverId || !asked.isSame(command.body)) return undefined;
  const correcting: Correcting = { commandId, at: acting.now, numbers: command.leased, paperId: command.printed?.paperId };
  return { ...acting, now: command.madeAt, correcting };
};

/** `spare`: printed first, and on nothing any more: told with the act, so that each is a gap that says why. */
type Numbers = { readonly taken: readonly Taken[]; readonly anew: readonly Taken[]; readonly spare: readonly Taken[] };

/** Those it bears already, and what more it needs. */
export const numbersFor = async ({ stored: { db }, correcting }: Acting, wanted: readonly Wanted[]): Promise<Numbers | LeaseRunOut> => {
  if (!correcting) {
    const next = await lookAhead(db, wanted);
    return 'kind' in next ? next : { taken: next, anew: next, spare: [] };
  }
  const volumes = new Map((await db.leases.toArray()).map((lease) => [lease.leaseId, lease.volume ?? 1]));
  let spare: readonly Taken[] = correcting.numbers.map((number) => ({ ...number, volume: volumes.get(number.leaseId) ?? 1 }));
  const taken: Taken[] = [];
  const anew: Taken[] = [];
  for (const one of wanted) {
    const own = spare.filter(({ series, period }) => series === one.series && period === one.period).slice(0, one.count);
    spare = spare.filter((number) => !own.includes(number));
    const more = own.length === one.count ? [] : await lookAhead(db, [{ ...one, count: one.count - own.length }]);
    if ('kind' in more) return more;
    taken.push(...own, ...more);
    anew.push(...more);
  }
  return { taken, anew, spare };
};

const textOf = (payload: object): string => canonicalJson(JSON.parse(JSON.stringify(payload)));

/** The act with the first paper's own id, where nothing that is printed differs or what is sealed went with it (it stands); else with a paper that replaces it. */
export const paperAgain = async (acting: Acting, effectOf: (acting: Acting) => Effect, isSealed: boolean): Promise<Effect & { readonly paperStands?: true }> => {
  const { correcting, stored, ports } = acting;
  const before = correcting?.paperId === undefined ? undefined : await findPaper(stored, correcting.paperId);
  if (!correcting || correcting.paperId === undefined || !before) return effectOf(acting);
  const { paperId } = correcting;
  const first = before.payload as unknown as IntakeReceiptPayload;
  const same = effectOf({ ...acting, ports: { ...ports, newId: () => paperId }, correcting: { ...correcting, supersedes: first.supersedes } });
  if (same.paper && (isSealed || textOf(before.payload) === textOf(same.paper.payload))) return { ...same, paper: { ...same.paper, payload: before.payload }, paperStands: true };
  // put right twice, it still replaces what was printed first
  return effectOf({ ...acting, correcting: { ...correcting, supersedes: first.supersedes ?? { number: before.number ?? '', issuedAt: first.issuedAt, reason: REASON } } });
};

/** Put right, what makes a dossier builds on nothing: as it was made first it never was. */
export const makesDossier = (act: OfflineAct): boolean => act === 'receive-dossier' || act === 'certify-copies';

/** The dossier still shows what was refused: until it is read anew nothing of it is put right. */
export const buildsOnParked = async (db: CounterDb, follows: readonly string[]): Promise<boolean> =>
  (await Promise.all(follows.map((commandId) => isParked(db, commandId)))).some(Boolean);

export const isParked = async (db: CounterDb, commandId: string): Promise<boolean> =>
  (await db.outbox.where('commandId').equals(commandId).first())?.state === 'refused';

/** In the transaction of the act that puts it right, when that is written. */
export const settleParked = async (db: CounterDb, { commandId, paperId, at }: Correcting, newPaperId: string | undefined): Promise<void> => {
  await db.outbox.where('commandId').equals(commandId).modify((row: { state: string; settledAt?: string }) => {
    row.state = 'done';
    row.settledAt = at;
  });
  if (paperId !== undefined && paperId !== newPaperId) await db.papers.delete(paperId);
};
