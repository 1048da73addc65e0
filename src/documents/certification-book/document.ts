// The year's book of certifications: a cover with the national title, numbered columns, a last page with the sum.
import { dateOf } from '#core/kernel/moment.ts';
import { bookFrame } from '../kit/book.ts';
import type { PaperDocument } from '../kit/document.ts';
import { type CertificationBookOf, certificationFact, starOf } from '../kit/form-facts.ts';
import { cell, money, shortDate } from '../kit/words.ts';
import type { CertificationBookPayload, CertificationLine } from './payload.ts';

const WHOSE_IDENTITY = 'Họ tên, số giấy CMND/Hộ chiếu của người yêu cầu chứng thực';
const HEADS: Readonly<Record<CertificationBookOf, { readonly requester: string; readonly paper: string; readonly count: string }>> = {
  copies: { requester: 'Họ tên của người yêu cầu chứng thực', paper: 'Tên của bản chính giấy tờ, văn bản', count: 'Số bản sao đã được chứng thực' },
  signatures: {
    requester: WHOSE_IDENTITY, paper: 'Tên của giấy tờ, văn bản chứng thực chữ ký/điểm chỉ', count: 'Số lượng giấy tờ, văn bản đã được chứng thực chữ ký/điểm chỉ',
  },
  contracts: { requester: WHOSE_IDENTITY, paper: 'Tên hợp đồng, giao dịch được chứng thực', count: 'Số bản hợp đồng, giao dịch' },
};

const lineOf = (line: CertificationLine) => ({
  number: line.number,
  on: shortDate(dateOf(line.certifiedAt)),
  requester: [line.requesterName, line.requesterIdentity ?? ''].filter((part) => part !== '').join(', '),
  paper: line.paperName,
  signed: line.signedBy ?? '',
  count: cell(line.count),
  fee: money(line.fee),
  note: line.note ?? '',
});

export const certificationBook = (payload: CertificationBookPayload): PaperDocument => {
  const fact = certificationFact(payload.of, payload.version);
  const { requester, paper, count } = HEADS[payload.of];
  return {
    template: `certification-book/${payload.version}/book.typ`,
    size: 'a4',
    title: `${fact.title} năm ${payload.year}, quyển số ${payload.book}`,
    date: dateOf(payload.issuedAt),
    data: {
      ...bookFrame(payload, fact, payload.lines.map(({ number }) => number)),
      decision: payload.decision ?? null,
      heads: [
        'Số thứ tự/số chứng thực', 'Ngày, tháng, năm chứng thực', `${requester}${starOf(fact, 'requester')}`, `${paper}${starOf(fact, 'paper')}`,
        'Họ tên, chức danh người ký chứng thực', `${count}${starOf(fact, 'count')}`, 'Lệ phí/phí chứng thực', 'Ghi chú',
      ],
      lines: payload.lines.map(lineOf),
      signedByHand: payload.lines.some(({ signedBy }) => signedBy === undefined),
      yearCount: payload.closed?.yearCount === undefined ? null : String(payload.closed.yearCount),
    },
  };
};
