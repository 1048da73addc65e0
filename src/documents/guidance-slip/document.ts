// What to bring, or what is still lacking: one list, complete, in the words of daily life.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { handLines, headLines, paperRows } from '../kit/lines.ts';
import { pageMark } from '../kit/marks.ts';
import { phoneInGroups, upper } from '../kit/words.ts';
import type { GuidanceSlipPayload } from './payload.ts';

const TITLE = 'Phiếu hướng dẫn chuẩn bị hồ sơ';

const scanned = ({ proofUrl, pageUrl }: GuidanceSlipPayload): { readonly url: string; readonly qr: string } | null => {
  const url = proofUrl ?? pageUrl;
  return url === undefined ? null : pageMark(url);
};

export const guidanceSlip = (payload: GuidanceSlipPayload): PaperDocument => ({
  template: 'guidance-slip/v1/slip.typ',
  size: 'a5',
  roomy: true,
  title: `${TITLE}: ${payload.procedureName}`,
  date: dateOf(payload.issuedAt),
  data: {
    head: headLines(payload.head, payload.issuedAt),
    heading: upper(TITLE),
    personName: payload.personName ?? null,
    procedureName: payload.procedureName,
    procedureCode: payload.procedureCode,
    caseName: payload.caseName ?? null,
    papers: paperRows(payload.papers),
    missing: paperRows(payload.missing ?? []),
    fees: [...payload.fees]
      .sort((a, b) => (a.kind === b.kind ? 0 : a.kind === 'fee' ? -1 : 1))
      .map((fee) => ({ name: fee.name, amount: fee.amount, note: fee.note ?? '' })),
    limits: payload.limits.map((line) => ({ channel: line.channel, limit: line.limit })),
    agencyName: payload.agencyName,
    outcomes: payload.outcomes.join('; '),
    legalGrounds: payload.legalGrounds.join('; '),
    remarks: payload.remarks,
    desk: {
      name: payload.desk.name, address: payload.desk.address,
      phone: payload.desk.phone === undefined ? null : phoneInGroups(payload.desk.phone), hours: payload.desk.hours ?? null,
    },
    lookup: payload.pageUrl ?? null,
    proves: payload.proofUrl !== undefined,
    page: scanned(payload),
    guide: payload.guide === undefined ? null : handLines(payload.guide),
  },
});
