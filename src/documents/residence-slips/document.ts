// CT04, CT05 and CT06 as template data.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperData, PaperDocument } from '../kit/document.ts';
import { dueLines, handLines, headLines, paperRows, paragraphLines, returnPlaceLines, trackingLines } from '../kit/lines.ts';
import { momentInWords, phoneInGroups, upper } from '../kit/words.ts';
import type { ResidenceGuidancePayload, ResidenceReceiptPayload, ResidenceRefusalPayload } from './payload.ts';

const TITLES = {
  'residence-receipt': 'Phiếu tiếp nhận hồ sơ và hẹn trả kết quả',
  'residence-guidance': 'Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ',
  'residence-refusal': 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ',
} as const;
const TEMPLATES = { 'residence-receipt': 'ct04', 'residence-guidance': 'ct05', 'residence-refusal': 'ct06' } as const;

type Slip = ResidenceReceiptPayload | ResidenceGuidancePayload | ResidenceRefusalPayload;

const common = (payload: Slip): PaperData => ({
  head: headLines({ ...payload, deskName: payload.agency }, payload.issuedAt),
  heading: upper(TITLES[payload.kind]),
  number: payload.number,
  agencyName: payload.agency,
  person: {
    name: payload.person.name,
    number: payload.person.personalNumber,
    permanent: payload.person.permanentAddress ?? '',
    temporary: payload.person.temporaryAddress ?? '',
    current: payload.person.currentAddress ?? '',
    phone: phoneInGroups(payload.person.phone ?? ''),
    email: payload.person.email ?? '',
  },
  procedureName: payload.procedureName,
  hands: handLines(payload.hands),
});

const particular = (payload: Slip): PaperData => {
  switch (payload.kind) {
    case 'residence-receipt':
      return {
        tracking: trackingLines(payload.tracking),
        footCode: payload.tracking.code,
        papers: payload.papers.map((line, i) => ({ ...paperRows(payload.papers)[i], note: line.note ?? '' })),
        receivedAt: momentInWords(payload.receivedAt),
        due: payload.dueAt === undefined ? null : dueLines(payload.dueAt),
        outcomeBy: payload.outcomeBy,
        returnPlace: payload.returnPlace === undefined ? null : returnPlaceLines(payload.returnPlace),
      };
    case 'residence-guidance':
      return {
        papersToAdd: payload.papersToAdd,
        formsToRewrite: payload.formsToRewrite,
        otherGuidance: payload.otherGuidance ?? '',
        reason: paragraphLines(payload.reason),
      };
    case 'residence-refusal':
      return { reason: paragraphLines(payload.reason), legalGround: payload.legalGround };
  }
};

export const residenceSlip = (payload: Slip): PaperDocument => ({
  template: `residence-slips/${payload.version}/${TEMPLATES[payload.kind]}.typ`,
  size: 'a5',
  roomy: true,
  title: `${TITLES[payload.kind]} ${payload.kind === 'residence-receipt' ? payload.tracking.code : payload.number}`,
  date: dateOf(payload.issuedAt),
  data: { ...common(payload), ...particular(payload) },
});
