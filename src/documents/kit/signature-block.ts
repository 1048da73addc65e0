// What stands in a visible digital signature: who in what capacity for which agency, and when to the second with its
// zone. The agency's own gives the document's number, where văn thư has just given it.
// @law NĐ 30/2020/NĐ-CP Đ.13, Phụ lục I
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from './document.ts';

export type SignatureShown = {
  readonly role: 'leader' | 'agency-seal';
  readonly signerName: string;
  readonly agencyName: string;
  /** 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH' */
  readonly capacity?: string;
  /** '12/GXN-UBND' */
  readonly number?: string;
  readonly signedAt: Moment;
  /** Signed with a certificate for tests: it binds nobody. */
  readonly isTest: boolean;
};

const BLUE = '#1f3f8f';
const RED = '#a81e1e';

/** '18/11/2019 15:10:00 +07:00' */
const signedAtText = (at: Moment): string => {
  const [, year = '', month = '', day = '', time = '', zone = ''] = /^(\d+)-(\d\d)-(\d\d)T([\d:]{8}).*([+-]\d\d:\d\d)$/.exec(at) ?? [];
  return `${day}/${month}/${year} ${time} ${zone}`;
};

const line = (label: string, text: string, strong = false) => ({ label, text, strong });

const linesOf = ({ role, signerName, agencyName, capacity, number, signedAt }: SignatureShown) => [
  ...(role === 'leader' ? [line('Ký bởi', signerName, true)] : [line('Cơ quan', agencyName, true)]),
  ...(role === 'leader' && capacity ? [line('Chức vụ', capacity.replaceAll('\n', ' – '))] : []),
  ...(role === 'leader' ? [line('Cơ quan', agencyName)] : []),
  ...(role === 'agency-seal' && number !== undefined ? [line('Số', number)] : []),
  line('Thời gian ký', signedAtText(signedAt)),
];

export const signatureBlock = (shown: SignatureShown): PaperDocument => ({
  template: 'kit/signature-block.typ',
  size: 'a5',
  title: 'Chữ ký số',
  date: dateOf(shown.signedAt),
  data: {
    lines: linesOf(shown), colour: shown.role === 'leader' ? BLUE : RED,
    note: shown.isTest ? 'Chứng thư KIỂM THỬ, không có giá trị pháp lý' : '',
  },
});
