// Form 02 as template data: the list, the reason, whom to ask.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines, optionalTracking, paperRows, paragraphLines, partyLines } from '../kit/lines.ts';
import { momentInWords, phoneInGroups, upper } from '../kit/words.ts';
import type { SupplementRequestPayload } from './payload.ts';

const TITLE = 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ';

/** What the paper says; the file for a leader to edit says the same. */
export const supplementWords = (payload: SupplementRequestPayload) => ({
  head: headLines(payload.head, payload.issuedAt),
  heading: upper(TITLE),
  number: payload.number,
  tracking: optionalTracking(payload.tracking),
  footCode: payload.tracking?.code ?? '',
  deskName: payload.head.deskName,
  owner: partyLines(payload.owner ?? payload.applicant),
  applicantName: payload.owner === undefined ? null : payload.applicant.name,
  procedureName: payload.procedureName,
  items: paperRows(payload.items),
  reason: paragraphLines(payload.reason),
  clock: payload.clock === 'goes-on' ? 'Thời hạn giải quyết được tính tiếp sau khi nhận đủ hồ sơ.' : 'Thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ.',
  answerBy: payload.answerBy === undefined ? null : momentInWords(payload.answerBy),
  contact: { name: payload.contact.name, phone: phoneInGroups(payload.contact.phone) },
  guide: payload.guideName,
  assistant: payload.assistantName ?? null,
});

export const supplementRequest = (payload: SupplementRequestPayload): PaperDocument => ({
  template: `supplement-request/${payload.version}/request.typ`,
  size: 'a5',
  roomy: true,
  title: `${TITLE} ${payload.tracking?.code ?? payload.number}`,
  date: dateOf(payload.issuedAt),
  data: supplementWords(payload),
});
