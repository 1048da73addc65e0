// One person and her copies, as they are typed in.
import type { CertifyCopiesCommand } from '#wire/certify-copies.wire.ts';
import { newId } from '../../api/new-id.ts';
import { type LateEntryDraft, lateEntryDraftOf } from '../receive-dossier/late-entry-draft.ts';
import { type CopyRow, NEW_ROW } from './certify-lines.ts';

export type Visit = {
  readonly lateEntry: LateEntryDraft | undefined;
  /** Empty: nobody of the list. */
  readonly signerId: string;
  readonly dossierId: string;
  readonly name: string;
  readonly rows: readonly CopyRow[];
  readonly resolvedNow: boolean;
  readonly receiptAsked: boolean;
};

/** After a power cut many sheets follow each other: the day and the reason stay. So does who signs. */
export const newVisit = (last?: LateEntryDraft, signerId = ''): Visit => ({
  lateEntry: last && { ...last, hour: '', bookletNumber: '' }, signerId, dossierId: newId(), name: '', rows: [NEW_ROW], resolvedNow: true, receiptAsked: false,
});

/** As it was sent. */
export const visitOf = ({ lateEntry, signerId, dossierId, requester, lines, resolvedNow, receiptAsked }: CertifyCopiesCommand): Visit => ({
  lateEntry: lateEntry && lateEntryDraftOf(lateEntry), signerId: signerId ?? '', dossierId, name: requester.fullName, resolvedNow, receiptAsked,
  rows: lines.map(({ paperName, pages, copies }) => ({ paperName, pages: String(pages), copies: String(copies) })),
});
