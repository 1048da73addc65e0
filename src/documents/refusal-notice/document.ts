// Form 03: reception refused by the officer at the desk, or resolution refused by the agency.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { handLines, headLines, optionalTracking, paragraphLines, partyLines, signerLines } from '../kit/lines.ts';
import { phoneInGroups, upper } from '../kit/words.ts';
import type { RefusalNoticePayload } from './payload.ts';

const TITLES = {
  reception: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  resolution: 'Phiếu từ chối giải quyết hồ sơ',
} as const;

const RECEIVING_UNIT = 'Bộ phận Tiếp nhận và Trả kết quả';

/** The form of 2018 names the unit in full before its place; the form of 2025 names the desk as it is. */
const deciderOf = ({ act, head, version }: RefusalNoticePayload): string => {
  if (act === 'resolution') return head.agency;
  if (version !== 'v2018' || head.deskName.startsWith(RECEIVING_UNIT)) return head.deskName;
  return `${RECEIVING_UNIT} ${head.deskName.replace(/^Bộ phận Một cửa /u, '')}`;
};

/** What the paper says; the file for a leader to edit says the same. */
export const refusalWords = (payload: RefusalNoticePayload) => ({
  head: headLines(payload.head, payload.issuedAt),
  heading: upper(TITLES[payload.act]),
  act: payload.act,
  number: payload.number,
  tracking: optionalTracking(payload.tracking),
  footCode: payload.tracking?.code ?? '',
  decider: deciderOf(payload),
  owner: partyLines(payload.owner ?? payload.applicant),
  applicantName: payload.owner === undefined ? null : payload.applicant.name,
  submitter: payload.applicant.name,
  procedureName: payload.procedureName,
  reason: paragraphLines(payload.reason),
  legalGround: payload.legalGround,
  contact: payload.contact === undefined ? null : { name: payload.contact.name, phone: phoneInGroups(payload.contact.phone) },
  hands: payload.hands === undefined ? null : handLines(payload.hands),
  signer: payload.signer === undefined ? null : signerLines(payload.signer),
});

export const refusalNotice = (payload: RefusalNoticePayload): PaperDocument => ({
  template: `refusal-notice/${payload.version}/notice.typ`,
  size: 'a5',
  roomy: true,
  title: `${TITLES[payload.act]} ${payload.tracking?.code ?? payload.number}`,
  date: dateOf(payload.issuedAt),
  data: refusalWords(payload),
});
