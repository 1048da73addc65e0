// What a citizen is told when papers sent online are not taken: at the field where it can be put right, in plain words.
import type { AnswerRefused, SentFault } from '#core/dossier/answer-supplement.ts';
import { formatMoment } from '#core/kernel/format.ts';

type Of<K extends SentFault['kind']> = Extract<SentFault, { readonly kind: K }>;
const megabytes = (bytes: number): string => `${Math.floor(bytes / 1_048_576)} MB`;

const SENT_FAULTS: { readonly [K in SentFault['kind']]: (fault: Of<K>) => string } = {
  'nothing-sent': () => 'Chưa có tệp nào được chọn. Xin chọn ảnh chụp hoặc tệp PDF của ít nhất một giấy tờ.',
  'too-many-files': (f) => `Mỗi lần gửi nhận tối đa ${f.most} tệp. Xin gộp các trang vào một tệp PDF, hoặc chọn ít ảnh hơn.`,
  'too-heavy': (f) => `Tất cả các tệp cộng lại nặng hơn ${megabytes(f.mostBytes)}. Xin chọn ảnh nhỏ hơn hoặc ít ảnh hơn.`,
  'file-too-large': (f) => `Có tệp nặng hơn ${megabytes(f.mostBytes)}. Xin chụp lại với cỡ ảnh nhỏ hơn, hoặc chọn tệp khác.`,
  'file-unreadable': () => 'Có tệp không phải ảnh JPEG, PNG hoặc tệp PDF. Xin chọn tệp khác.',
};
export const sentFaultText = <K extends SentFault['kind']>(fault: Of<K>): string => (SENT_FAULTS[fault.kind] as (fault: Of<K>) => string)(fault);

type Refused<K extends AnswerRefused['kind']> = Extract<AnswerRefused, { readonly kind: K }>;
const ANSWER_REFUSALS: { readonly [K in AnswerRefused['kind']]: (refusal: Refused<K>) => string } = {
  'not-waited-for': () => 'Hồ sơ này hiện không chờ bổ sung giấy tờ nên không nhận tệp gửi đến.',
  'not-taken-online': () => 'Nơi này không nhận giấy tờ bổ sung qua mạng. Mời quý vị mang giấy tờ đến nơi đã nộp hồ sơ.',
  'answer-awaits': (r) => `Giấy tờ quý vị gửi lúc ${formatMoment(r.sentAt)} đã được nhận và đang chờ cơ quan xem.`,
  'files-at-fault': (r) => r.faults.map(sentFaultText).join(' '),
};
export const answerRefusalText = <K extends AnswerRefused['kind']>(refusal: Refused<K>): string =>
  (ANSWER_REFUSALS[refusal.kind] as (refusal: Refused<K>) => string)(refusal);
