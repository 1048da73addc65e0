// Which signature is whose turn: asked of the core, paper by paper, for the person who looks.
import type { z } from 'zod';
import { type SignatureRole, type SignPaperRefused, signPaper } from '#core/dossier/sign-paper.ts';
import type { AccountId, Role, UnitId } from '#core/organisation/organisation.ts';
import { paperTitleOf } from '#documents/kit/paper-titles.ts';
import { signingRefusalText } from '#wire/refusals/signing.ts';
import type { SignableView, signaturesView } from '#wire/signatures.wire.ts';
import type { Reader } from '../reading/reader.sql.ts';
import { type PaperRow, findSealOwner, listPapers } from './signatures.sql.ts';
import type { SigningDeps } from './services.ts';
import { type CredentialRow, findCredential } from './signing.sql.ts';

type Service = CredentialRow['kind'];
type Keys = Readonly<Record<SignatureRole, Service | undefined>>;

/** Told to who would sign; every other refusal says only that it is not this person's turn. */
const TOLD: ReadonlySet<SignPaperRefused['kind']> = new Set(['leader-signs-first', 'draft-not-issued', 'no-file-to-sign', 'no-signing-credential']);

export const DRAFT_TITLE = 'Dự thảo kết quả';

const myTurn = (row: PaperRow, seats: Reader['seats'], agency: UnitId, keys: Keys): Pick<SignableView, 'mine' | 'hindered'> | undefined => {
  const roles = seats.filter(({ reached }) => reached.includes(agency)).map(({ role }) => role);
  let hindered: SignableView['hindered'];
  for (const as of ['leader', 'agency-seal'] as const) {
    const service = keys[as];
    const may = signPaper(as, {
      kind: row.kind, seats: roles, signatures: row.signatures.map(({ role }) => role), hasFile: row.paperId !== null || row.file !== null, hasCredential: service !== undefined, awaitsSigner: row.awaitsSigner,
    });
    if (may.ok && service) return { mine: { as, service } };
    if (may.ok) continue;
    if (may.refusal.kind === 'paper-not-signable') return undefined;
    if (TOLD.has(may.refusal.kind)) hindered ??= signingRefusalText(may.refusal);
  }
  return hindered ? { hindered } : {};
};

const pathOf = (dossierId: string, { paperId, outcomeNo, draft }: PaperRow): string => {
  if (paperId !== null) return `/api/signing/papers/${paperId}`;
  return draft === null ? `/api/signing/outcomes/${dossierId}/${outcomeNo}` : `/api/signing/drafts/${dossierId}/${draft}`;
};

export type SignaturesFound = Pick<z.output<typeof signaturesView>, 'keys' | 'papers'>;

/** Undefined: this person may not see the dossier. */
export const signaturesOf = async (
  { pool, world }: Pick<SigningDeps, 'pool' | 'world'>, dossierId: string, accountId: AccountId, reader: Reader,
): Promise<SignaturesFound | undefined> => {
  const agency = await findSealOwner(pool, world.provinceId, dossierId, reader);
  if (agency === undefined) return undefined;
  const [rows, own, seal] = await Promise.all([
    listPapers(pool, world.provinceId, dossierId),
    findCredential(pool, world.provinceId, { accountId }),
    findCredential(pool, world.provinceId, { unitId: agency }),
  ]);
  // a demo world gives whoever has no certificate one for tests when he signs
  const without = world.isDemo ? 'test-authority' : undefined;
  const keys: Keys = { leader: own?.kind ?? without, 'agency-seal': seal?.kind ?? without };
  const mine = (role: Role): boolean => reader.seats.some((seat) => seat.role === role && seat.reached.includes(agency));
  const papers = rows.flatMap((row) => {
    const turn = myTurn(row, reader.seats, agency, keys);
    return turn ? [{
      path: pathOf(dossierId, row), kind: row.kind, signatures: row.signatures, ...turn,
      title: row.name ?? (row.kind === 'draft' ? DRAFT_TITLE : paperTitleOf(row.kind, row.formVersion ?? '')) ?? 'Giấy tờ',
      ...(row.awaitsSeal && { awaitsSeal: true as const }),
      ...(row.number === null ? {} : { number: row.number }), ...(row.paperId === null ? {} : { paperId: row.paperId }), ...(row.file === null ? {} : { file: row.file }),
    }] : [];
  });
  return { papers, keys: { ...(mine('signing-leader') && keys.leader && { leader: keys.leader }), ...(mine('records-clerk') && keys['agency-seal'] && { 'agency-seal': keys['agency-seal'] }) } };
};
