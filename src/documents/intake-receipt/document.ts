// Form 01 as template data. Applicant and owner are told apart wherever they differ.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument, PaperSize } from '../kit/document.ts';
import { fullness, settingFor } from '../kit/fit.ts';
import { dueLines, feeLines, handLines, headLines, paperRows, partyLines, returnPlaceLines, trackingLines } from '../kit/lines.ts';
import { momentInWords, shortDate, upper } from '../kit/words.ts';
import type { IntakeReceiptPayload } from './payload.ts';

const TITLE = 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả';

/** Measured on both forms with none to twelve papers: above each limit one tighter setting is certain. */
const LIMITS = { v2018: [23, 32, 46], v2025: [20, 31, 40] } as const;

const wordsOf = (payload: IntakeReceiptPayload) => ({
  head: headLines(payload.head, payload.issuedAt),
  heading: upper(TITLE),
  number: payload.number,
  tracking: trackingLines(payload.tracking),
  footCode: payload.tracking.code,
  deskName: payload.head.deskName,
  owner: partyLines(payload.owner ?? payload.applicant),
  applicant: payload.owner === undefined ? null : partyLines(payload.applicant),
  representation: payload.representation ?? null,
  procedureName: payload.procedureName,
  agencyName: payload.agencyName,
  helpedAt: payload.helpedAt ?? null,
  papers: paperRows(payload.papers),
  setCount: String(payload.setCount).padStart(2, '0'),
  timeLimit: payload.timeLimit,
  receivedAt: momentInWords(payload.receivedAt),
  due: payload.dueAt === undefined ? null : dueLines(payload.dueAt),
  dueNote: payload.dueNote ?? null,
  returnPlace: returnPlaceLines(payload.returnPlace),
  fees: feeLines(payload.fees),
  register: payload.register === undefined ? null : { book: payload.register.book, order: payload.register.order },
  hands: handLines(payload.hands),
  submitter: payload.applicant.name,
  supersedes: payload.supersedes === undefined
    ? null
    : `Giấy này thay thế Giấy tiếp nhận số ${payload.supersedes.number} ngày ${shortDate(dateOf(payload.supersedes.issuedAt))}. Lý do: ${payload.supersedes.reason}`,
  largePrint: payload.largePrint === true,
});

export const intakeReceipt = (payload: IntakeReceiptPayload, size: PaperSize): PaperDocument => {
  const data = wordsOf(payload);
  return {
    template: `intake-receipt/${payload.version}/${size === '80mm' ? 'slip' : 'receipt'}.typ`,
    size,
    title: `${TITLE} ${payload.tracking.code}`,
    date: dateOf(payload.issuedAt),
    data,
    ...(size === '80mm' ? {} : { from: settingFor(fullness(data), LIMITS[payload.version]) }),
  };
};
