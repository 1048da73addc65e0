// What went back to the citizen who withdrew a dossier, what stayed, and who took it.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { handLines, headLines, paperRows, paragraphLines, partyLines, trackingLines } from '../kit/lines.ts';
import { momentInWords, upper } from '../kit/words.ts';
import type { WithdrawalNotePayload } from './payload.ts';

const TITLE = 'Giấy trả lại hồ sơ';

export const withdrawalNote = (payload: WithdrawalNotePayload): PaperDocument => ({
  template: 'withdrawal-note/v1/note.typ',
  size: 'a5',
  roomy: true,
  title: `${TITLE} ${payload.tracking.code}`,
  date: dateOf(payload.issuedAt),
  data: {
    head: headLines(payload.head, payload.issuedAt),
    heading: upper(TITLE),
    number: payload.number,
    tracking: trackingLines(payload.tracking),
    footCode: payload.tracking.code,
    deskName: payload.head.deskName,
    owner: partyLines(payload.owner ?? payload.applicant),
    applicantName: payload.owner === undefined ? null : payload.applicant.name,
    procedureName: payload.procedureName,
    receivedAt: momentInWords(payload.receivedAt),
    askedAt: momentInWords(payload.askedAt),
    reason: payload.reason === undefined ? null : paragraphLines(payload.reason),
    papersBack: paperRows(payload.papersBack),
    papersKept: paperRows(payload.papersKept ?? []),
    feeNote: payload.feeNote ?? null,
    receiver: { name: payload.receiver.name, identity: payload.receiver.identity ?? null, relation: payload.receiver.relation ?? null },
    hands: handLines(payload.hands),
  },
});
