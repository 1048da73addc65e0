// The answer to a citizen: what is happening, when it will be done and why then, what to do now.
import { formatDay, formatMoment, formatMoney } from '#core/kernel/format.ts';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import type { Due } from '#core/deadline/due.ts';
import { type ClockStanding, clockWords } from '#core/dossier/clock-words.ts';
import type { ReturnWish } from '#core/dossier/dossier.ts';
import { type DossierState, nationalStatusLabel } from '#core/dossier/state.ts';
import { daysLate } from '#core/transit/late-on-the-way.ts';
import { type AskedPaper, askedList } from './asked-paper.ts';
import { bigDate } from './big-date.ts';
import { type DeskInfo, deskFacts, phoneLink } from './desk-card.ts';
import { html, type Html } from './html.ts';
import { type SentAnswer, type TurnedBackAnswer, limitLine, sentList, turnedBackNote } from './sent-answer.ts';
import { STATUS_WORDS, type StatusWords } from './status-words.ts';
import { type ThingNow, thingsNow } from './things-now.ts';
import { trackSteps, type TrackStep } from './track-steps.ts';

export type PaidFee = {
  readonly kind: 'fee' | 'charge';
  readonly name: string;
  readonly amount: number;
  readonly exemption?: string;
  readonly collected: boolean;
};

export type TrackedDossier = {
  readonly code: string;
  readonly codeIsProvisional: boolean;
  readonly procedureName: string;
  readonly state: DossierState;
  readonly now: Moment;
  readonly receivedAt: Moment;
  readonly closedAt?: Moment;
  readonly dueAt?: Moment;
  readonly due?: ClockStanding;
  readonly desk: DeskInfo;
  /** The unit that has it in hand; never a person. */
  readonly holder: { readonly name: string; readonly phone?: string; readonly onTheWay: boolean };
  /** On the way: by when the post must have brought it. */
  readonly transitEndsOn?: PlainDate;
  readonly agencyName: string;
  readonly supplement?: {
    readonly reason: string;
    readonly items: readonly AskedPaper[];
    readonly answerBy?: Moment;
    /** May it be sent on these pages: now, not while what was sent waits to be looked at, or not here at all. */
    readonly online: 'open' | 'awaits' | 'closed';
    readonly sent?: SentAnswer;
    readonly turnedBack?: TurnedBackAnswer;
  };
  readonly outcome?: { readonly kind: 'outcome' | 'refusal'; readonly name: string; readonly issuedAt: Moment };
  readonly things: readonly ThingNow[];
  readonly returnWish: ReturnWish;
  readonly fees: readonly PaidFee[];
  readonly steps: readonly TrackStep[];
};

const supplementList = (supplement: NonNullable<TrackedDossier['supplement']>, now: Moment): Html => html`
  ${askedList(supplement.items)}
  ${supplement.reason ? html`<p class="soft">Lý do: ${supplement.reason}</p>` : ''}
  ${limitLine(supplement, now)}`;

/** To the page where it is sent: a form, so that neither code nor digits stand in an address. */
const sendOnline = (d: TrackedDossier, digits: string): Html => html`
  <form method="post" action="/bo-sung"><input type="hidden" name="ma" value="${d.code}"><input type="hidden" name="so" value="${digits}"><button type="submit">Gửi giấy tờ bổ sung</button></form>
  <p class="hint">Gửi ảnh chụp hoặc tệp PDF bằng nút trên, hoặc mang giấy tờ đến nơi đã nộp hồ sơ:</p>`;

const placeOfReturn = (d: TrackedDossier): Html => {
  if (d.returnWish.kind === 'home-delivery') return html`<p>Kết quả được chuyển phát đến địa chỉ quý vị đã đăng ký khi nộp hồ sơ. Cần hỏi thêm, xin gọi ${phoneLink(d.desk.phone)}.</p>`;
  if (d.returnWish.kind === 'online') return html`<p>Kết quả điện tử được trả trên Cổng Dịch vụ công quốc gia. Cần hỏi thêm, xin gọi ${phoneLink(d.desk.phone)}.</p>`;
  return html`<p class="place">${d.desk.name}</p>${deskFacts(d.desk)}`;
};

/** Sent, and nobody has looked at it yet: there is nothing to do. */
const SENT_WORDS: StatusWords = { headline: 'Đã gửi giấy tờ bổ sung, chờ cơ quan xem', tone: 'going', todo: 'Quý vị chưa phải làm gì.' };
const BY_EITHER_WAY = 'Mời quý vị bổ sung đủ các giấy tờ sau, gửi ngay tại đây hoặc mang đến nơi đã nộp hồ sơ.';
const sentOf = (d: TrackedDossier) => (d.state === 'supplement-asked' && d.supplement?.online === 'awaits' ? d.supplement.sent : undefined);

const todo = (d: TrackedDossier, digits: string): Html => {
  const sent = sentOf(d);
  if (sent && d.supplement) {
    return html`
  <section aria-labelledby="viec">
    <h2 id="viec">Việc cần làm</h2>
    <p>${SENT_WORDS.todo} Giấy tờ gửi lúc <b>${formatMoment(sent.at)}</b> đã được nhận, đang chờ ${d.agencyName} xem:</p>
    ${sentList(sent, d.supplement.items)}
  </section>`;
  }
  return html`
  <section aria-labelledby="viec">
    <h2 id="viec">Việc cần làm</h2>
    <p>${d.supplement?.online === 'open' ? BY_EITHER_WAY : STATUS_WORDS[d.state].todo}</p>
    ${d.state === 'supplement-asked' && d.supplement?.turnedBack ? turnedBackNote(d.supplement.turnedBack) : ''}
    ${d.state === 'supplement-asked' && d.supplement ? supplementList(d.supplement, d.now) : ''}
    ${d.state === 'supplement-asked' && d.supplement?.online === 'open' ? sendOnline(d, digits) : ''}
    ${STATUS_WORDS[d.state].tone === 'asked' || d.state === 'ready-to-return' ? placeOfReturn(d) : ''}
  </section>`;
};

const isLate = (d: TrackedDossier): boolean => d.dueAt !== undefined && d.closedAt === undefined && d.now > d.dueAt;

const why = (due: Due): Html => html`
  <details>
    <summary>Vì sao là ngày này?</summary>
    <ol class="why">${due.explanation.map((line) => html`<li>${line.text}${line.law ? html` <span class="law">(${line.law})</span>` : ''}</li>`)}</ol>
  </details>`;

const standing = (due: ClockStanding | undefined): Html => {
  const words = due && clockWords(due);
  return words ? html`<p>${words}</p>` : html``;
};

const paused = (d: TrackedDossier): Html => html`
  <p class="big"><span>Tạm dừng tính thời gian</span></p>
  <p>Ngày hẹn trả mới được tính khi quý vị đã ${d.state === 'awaiting-financial-duty' ? 'nộp đủ chứng từ' : 'bổ sung đủ'}.</p>
  ${d.due?.state === 'paused' ? standing(d.due) : ''}${d.due ? why(d.due) : ''}`;

const DUE_STATES: ReadonlySet<DossierState> = new Set(['received', 'handed-over', 'in-process', 'outcome-recorded', 'outcome-sent']);

const hero = (d: TrackedDossier): Html => {
  const { tone } = STATUS_WORDS[d.state];
  if (tone === 'asked') return html`<div class="hero asked"><h2>Hẹn trả</h2>${paused(d)}</div>`;
  if (d.state === 'ready-to-return') {
    return html`<div class="hero ready"><h2>Nhận kết quả</h2><p class="big"><span>Từ hôm nay,</span><span class="hour">trong giờ làm việc</span></p>${d.dueAt ? html`<p>Ngày hẹn trả: ${formatMoment(d.dueAt)}</p>` : ''}</div>`;
  }
  if (DUE_STATES.has(d.state) && d.dueAt) {
    return html`<div class="hero${isLate(d) ? ' late' : ''}">
      <h2>Hẹn trả</h2>${bigDate(d.dueAt)}
      ${isLate(d) ? html`<p><b>Đã quá ngày hẹn trả.</b> Chúng tôi xin lỗi quý vị. Xin gọi ${phoneLink(d.desk.phone)} để biết ngày hẹn lại.</p>` : ''}
      ${standing(d.due)}
      ${d.due?.reappointed && d.due.statutoryDue ? html`<p>Ngày này thay cho ${formatMoment(d.due.statutoryDue)}. Chúng tôi xin lỗi quý vị; lý do ghi trong văn bản xin lỗi.</p>` : ''}
      ${d.due ? why(d.due) : ''}
    </div>`;
  }
  return d.closedAt ? html`<div class="hero done"><h2>${STATUS_WORDS[d.state].tone === 'done' ? 'Đã trả' : 'Kết thúc'}</h2>${bigDate(d.closedAt)}</div>` : html``;
};

/** The post's window, which is no part of the agency's time. */
const carried = (endsOn: PlainDate, now: Moment): Html => {
  const late = daysLate(endsOn, dateOf(now));
  return late === 0 ? html`<p class="soft">Bưu điện chuyển đến chậm nhất ${formatDay(endsOn)}.</p>`
    : html`<p><b>Bưu điện chuyển chậm ${late} ngày</b> so với thời gian quy định (${formatDay(endsOn)}). Chúng tôi xin lỗi quý vị. Thời gian chuyển được tính riêng, không tính vào thời hạn giải quyết của cơ quan.</p>`;
};

/** When it is ready, the place already stands under what to do. */
const whereNow = (d: TrackedDossier): Html => d.closedAt || d.state === 'ready-to-return' ? html`` : html`
  <section aria-labelledby="o-dau">
    <h2 id="o-dau">Đang ở đâu</h2>
    <p>${d.holder.onTheWay ? 'Đang trên đường đến ' : ''}<b>${d.holder.name}</b>${d.holder.phone ? html`<span class="line">Điện thoại: ${phoneLink(d.holder.phone)}</span>` : ''}</p>
    ${d.holder.onTheWay && d.transitEndsOn ? carried(d.transitEndsOn, d.now) : ''}
  </section>`;

const feeRows = (fees: readonly PaidFee[], title: string): Html | '' => fees.length === 0 ? '' : html`
  <tr class="group"><th scope="rowgroup" colspan="2">${title}</th></tr>
  ${fees.map((fee) => html`<tr><td>${fee.name}${fee.exemption ? html` <span class="soft">(${fee.exemption})</span>` : ''}<span class="line soft">${fee.amount === 0 ? 'Không phải nộp' : fee.collected ? 'Đã thu' : 'Chưa thu'}</span></td><td class="money">${formatMoney(fee.amount)}</td></tr>`)}`;

const feesPaid = (fees: readonly PaidFee[]): Html => fees.length === 0 ? html`` : html`
  <section aria-labelledby="tien">
    <h2 id="tien">Phí, lệ phí</h2>
    <table class="fees">
      <tbody>${feeRows(fees.filter((fee) => fee.kind === 'fee'), 'Phí')}${feeRows(fees.filter((fee) => fee.kind === 'charge'), 'Lệ phí')}</tbody>
    </table>
  </section>`;

/** `digits`: those that opened it, for the way to what may be sent. */
export const trackAnswerPage = (d: TrackedDossier, digits: string): Html => {
  const words = sentOf(d) ? SENT_WORDS : STATUS_WORDS[d.state];
  return html`
  <div class="answer">
    <header>
      <p class="code">Mã hồ sơ <b>${d.code}</b>${d.codeIsProvisional ? html` <span class="soft">(mã tạm, chờ cấp mã chính thức)</span>` : ''}</p>
      <h1 class="state ${words.tone}">${words.headline}</h1>
      <p class="procedure">${d.procedureName}</p>
      <p class="soft">Trạng thái trên Cổng Dịch vụ công quốc gia: <b>${nationalStatusLabel(d.state)}</b></p>
    </header>
    ${hero(d)}
    ${todo(d, digits)}
    ${whereNow(d)}
    ${thingsNow(d.things)}
    ${trackSteps(d.steps)}
    ${feesPaid(d.fees)}
    <p class="again"><a href="/tra-cuu">Tra cứu hồ sơ khác</a></p>
  </div>`;
};
