// The paper that stands in place of the lost receipt, or beside a fingerprint.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { handLines, headLines, paragraphLines, partyLines } from '../kit/lines.ts';
import { momentInWords, phoneInGroups, upper } from '../kit/words.ts';
import type { ReturnNotePayload } from './payload.ts';

const TITLE = 'Giấy xác nhận đã nhận kết quả';

export const returnNote = (payload: ReturnNotePayload): PaperDocument => ({
  template: 'return-note/v1/note.typ',
  size: 'a5',
  roomy: true,
  title: `${TITLE} ${payload.code}`,
  date: dateOf(payload.issuedAt),
  data: {
    head: headLines(payload.head, payload.issuedAt),
    heading: upper(TITLE),
    footCode: payload.code,
    code: payload.code,
    deskName: payload.head.deskName,
    owner: partyLines(payload.owner),
    procedureName: payload.procedureName,
    returnedAt: momentInWords(payload.returnedAt),
    receiver: {
      name: payload.receiver.name, identity: payload.receiver.identity ?? null,
      phone: payload.receiver.phone === undefined ? null : phoneInGroups(payload.receiver.phone), relation: payload.receiver.relation,
    },
    lostReceipt: payload.lostReceiptNote === undefined ? null : paragraphLines(payload.lostReceiptNote),
    fingerprint: payload.fingerprint !== undefined,
    witnesses: (payload.fingerprint?.witnesses ?? []).map((witness) => ({ name: witness.name, identity: witness.identity })),
    hands: handLines(payload.hands),
  },
});
