// The answer to whoever scans a paper's QR: is it ours, and does it still hold. Nobody's name, number or telephone.
import { formatDate, formatMoment } from '#core/kernel/format.ts';
import { dateOf, type Moment } from '#core/kernel/moment.ts';
import { html, type Html } from './html.ts';
import { trackForm } from './track-form.ts';
import type { PaperStanding } from './verify-standing.ts';

export type VerifiedPaper = {
  readonly title: string;
  readonly number?: string;
  readonly agency: string;
  readonly superiorAgency?: string;
  readonly issuedAt: Moment;
  readonly code?: string;
  readonly procedureCode?: string;
  /** As it stands on the paper, to compare. */
  readonly dueAt?: Moment;
  readonly standing: PaperStanding;
  readonly supersededBy?: { readonly number?: string; readonly issuedAt: Moment };
  readonly signatures: number;
};

/** Why nothing is confirmed. */
export type Unverified = 'unknown' | 'forged' | 'unknown-key' | 'revoked-key' | 'not-in-the-books' | 'newer';

const STANDINGS: Readonly<Record<PaperStanding, { readonly tone: string; readonly headline: string; readonly what: string }>> = {
  current: { tone: 'done', headline: 'Giấy này là thật và còn hiệu lực', what: 'Xin đối chiếu các dòng dưới đây với giấy đang cầm.' },
  guided: { tone: 'done', headline: 'Giấy này là thật', what: 'Hướng dẫn theo quy định của ngày lập phiếu; thủ tục có thể đã thay đổi sau đó.' },
  superseded: { tone: 'asked', headline: 'Giấy này là thật nhưng đã được thay thế', what: 'Xin dùng giấy thay thế.' },
  'due-changed': { tone: 'asked', headline: 'Giấy này là thật, ngày hẹn trả đã thay đổi', what: 'Ngày hẹn trả mới được báo cho người nộp hồ sơ và hiện khi tra cứu.' },
  answered: { tone: 'ended', headline: 'Giấy này là thật, việc yêu cầu đã xong', what: 'Giấy tờ yêu cầu đã được bổ sung hoặc không còn cần.' },
  returned: { tone: 'ended', headline: 'Giấy này là thật, kết quả đã được trả', what: 'Không dùng giấy này để nhận kết quả nữa.' },
  withdrawn: { tone: 'ended', headline: 'Giấy này là thật nhưng không còn hiệu lực', what: 'Hồ sơ đã được rút theo yêu cầu.' },
  stopped: { tone: 'ended', headline: 'Giấy này là thật nhưng không còn hiệu lực', what: 'Hồ sơ đã dừng giải quyết.' },
  refused: { tone: 'ended', headline: 'Giấy này là thật nhưng không còn hiệu lực', what: 'Hồ sơ đã bị từ chối bằng văn bản.' },
  cancelled: { tone: 'ended', headline: 'Giấy này không còn hiệu lực', what: 'Lần tiếp nhận này đã được hủy; mã hồ sơ không còn dùng.' },
};

const ASK = 'Nếu quý vị đang cầm giấy này, xin mang đến hoặc gọi nơi ghi trên giấy để được kiểm tra.';
const UNVERIFIED: Readonly<Record<Unverified, { readonly headline: string; readonly what: string }>> = {
  unknown: { headline: 'Không tìm thấy giấy này', what: `Mã có thể bị quét hoặc gõ thiếu. Xin quét lại mã QR trên giấy. ${ASK}` },
  forged: { headline: 'Không xác nhận được: giấy đã bị sửa hoặc không do chúng tôi lập', what: `Mã trên giấy không khớp với chữ ký của nơi lập. ${ASK}` },
  'unknown-key': { headline: 'Không xác nhận được giấy này', what: `Giấy được ký bằng một khóa mà trang này không có. ${ASK}` },
  'revoked-key': { headline: 'Không còn xác nhận được giấy này', what: `Khóa đã ký giấy này đã bị thu hồi. ${ASK}` },
  'not-in-the-books': { headline: 'Giấy được ký đúng nhưng không có trong sổ', what: ASK },
  newer: { headline: 'Giấy này thuộc một mẫu mới hơn', what: 'Trang này chưa đọc được mã của mẫu ấy.' },
};

export const unverifiedPage = (why: Unverified): Html => html`
  <h1 class="state ended">${UNVERIFIED[why].headline}</h1>
  <p class="lead">${UNVERIFIED[why].what}</p>
  <ul class="links"><li><a href="/noi-nop">Nơi nộp hồ sơ, điện thoại</a></li><li><a href="/tra-cuu">Tra cứu hồ sơ bằng mã</a></li></ul>`;

const fact = (label: string, value: string | undefined): Html | '' => (value === undefined ? '' : html`<dt>${label}</dt><dd>${value}</dd>`);

const replacement = ({ supersededBy }: VerifiedPaper): Html | '' => supersededBy === undefined ? '' : html`
  <p>Giấy thay thế: ${supersededBy.number ? html`số <b>${supersededBy.number}</b>, ` : ''}ngày <b>${formatDate(dateOf(supersededBy.issuedAt))}</b>.</p>`;

/** Where a paper without a dossier of its own leads on. */
const onward = ({ code, procedureCode }: VerifiedPaper, now: Moment): Html => (code === undefined ? html`
  <ul class="links">${procedureCode ? html`<li><a href="/thu-tuc/${encodeURIComponent(procedureCode)}">Xem thủ tục ghi trên phiếu</a></li>` : ''}<li><a href="/tra-cuu">Tra cứu hồ sơ bằng mã</a></li></ul>` : html`
  <section aria-labelledby="tra-cuu">
    <h2 id="tra-cuu">Quý vị là người nộp hồ sơ?</h2>
    <p>Nhập bốn số cuối để biết hồ sơ đang ở đâu.</p>
    ${trackForm({ code, errors: {} }, now)}
  </section>`);

export const verifiedPage = (paper: VerifiedPaper, now: Moment): Html => {
  const words = STANDINGS[paper.standing];
  return html`
  <h1 class="state ${words.tone}">${words.headline}</h1>
  <p class="lead">${words.what}</p>
  ${replacement(paper)}
  <section aria-labelledby="giay">
    <h2 id="giay">${paper.title}</h2>
    <dl class="facts">
      ${fact('Số', paper.number)}
      ${fact('Nơi lập', [paper.agency, paper.superiorAgency].filter((part) => part !== undefined).join(', '))}
      ${fact('Lập lúc', formatMoment(paper.issuedAt))}
      ${fact('Mã hồ sơ', paper.code)}
      ${fact('Hẹn trả ghi trên giấy', paper.dueAt && formatMoment(paper.dueAt))}
      ${fact('Chữ ký số', paper.signatures === 0 ? undefined : `${paper.signatures} chữ ký trên bản điện tử`)}
    </dl>
  </section>
  ${onward(paper, now)}`;
};
