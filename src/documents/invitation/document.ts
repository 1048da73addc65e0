// The outcome is ready: where to come, when, with what; the round and what follows it.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { deskInSentence, handLines, headLines, partyLines, trackingLines } from '../kit/lines.ts';
import { dateInWords, money, phoneInGroups, shortDate, upper } from '../kit/words.ts';
import type { InvitationPayload } from './payload.ts';

const TITLE = 'Giấy mời nhận kết quả';

export const invitation = (payload: InvitationPayload): PaperDocument => ({
  template: 'invitation/v1/invitation.typ',
  size: 'a5',
  roomy: true,
  title: `${TITLE} ${payload.tracking.code}`,
  date: dateOf(payload.issuedAt),
  data: {
    head: headLines(payload.head, payload.issuedAt),
    heading: upper(TITLE),
    round: `Lần ${payload.round}`,
    number: payload.number,
    tracking: trackingLines(payload.tracking),
    footCode: payload.tracking.code,
    deskName: deskInSentence(payload.head.deskName),
    invited: partyLines(payload.invited),
    ownerName: payload.ownerName ?? null,
    procedureName: payload.procedureName,
    outcome: payload.outcomeName ?? null,
    earlier: payload.earlierInvitations.map(shortDate).join(', '),
    from: dateInWords(payload.from ?? dateOf(payload.issuedAt)),
    until: payload.until === undefined ? null : dateInWords(payload.until),
    afterwards: payload.afterwards ?? null,
    collectAt: {
      name: payload.collectAt.name, address: payload.collectAt.address,
      phone: payload.collectAt.phone === undefined ? null : phoneInGroups(payload.collectAt.phone), hours: payload.collectAt.hours ?? null,
    },
    bring: payload.bring,
    toPay: payload.toPay === undefined || payload.toPay === 0 ? null : money(payload.toPay),
    hands: handLines(payload.hands),
  },
});
