// The answer to a citizen: what is happening, when it will be done and why then, what to do now.
import { formatDate, formatHour, formatMoment, formatMoney, weekdayName } from '#core/kernel/format.ts';
import { dateOf, type Moment } from '#core/kernel/moment.ts';
import type { Due } from '#core/deadline/due.ts';
import { type ClockStanding, clockWords } from '#core/dossier/clock-words.ts';
import type { ReturnWish } from '#core/dossier/dossier.ts';
import { type DossierState, nationalStatusLabel } from '#core/dossier/state.ts';
import { type DeskInfo, deskFacts, phoneLink } from './desk-card.ts';
import { html, type Html } from './html.ts';
import { STATUS_WORDS } from './status-words.ts';
import { trackSteps, type TrackStep } from './track-steps.ts';

export type AskedPaper = {
  readonly name: string;
  readonly original?: number;
  readonly certifiedCopy?: number;
  readonly plainCopy?: number;
  readonly reason?: string;
};

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
  readonly agencyName: string;
  readonly supplement?: { readonly reason: string; readonly items: readonly AskedPaper[]; readonly answerBy?: Moment };
  readonly outcome?: { readonly kind: 'outcome' | 'refusal'; readonly name: string; readonly issuedAt: Moment };
  readonly returnWish: ReturnWish;
  readonly fees: readonly PaidFee[];
  readonly steps: readonly TrackStep[];
};

const countsOf = (paper: AskedPaper): string =>
  [
    [paper.original, 'bản chính'], [paper.certifiedCopy, 'bản sao có chứng thực'], [paper.plainCopy, 'bản chụp'],
  ].filter(([count]) => Number(count ?? 0) > 0).map(([count, form]) => `${count} ${form}`).join(', ');

const supplementList = (supplement: NonNullable<TrackedDossier['supplement']>): Html => html`
  <ol class="asked">${supplement.items.map((paper) => html`<li><b>${paper.name}</b>${countsOf(paper) ? html` <span class="count">${countsOf(paper)}</span>` : ''}${paper.reason ? html`<span class="line soft">${paper.reason}</span>` : ''}</li>`)}</ol>
  ${supplement.reason ? html`<p class="soft">Lý do: ${supplement.reason}</p>` : ''}
  ${supplement.answerBy ? html`<p>Bổ sung trước <b>${formatMoment(supplement.answerBy)}</b>.</p>` : ''}`;

const placeOfReturn = (d: TrackedDossier): Html => {
  if (d.returnWish.kind === 'home-delivery') return html`<p>Kết quả được chuyển phát đến địa chỉ quý vị đã đăng ký khi nộp hồ sơ. Cần hỏi thêm, xin gọi ${phoneLink(d.desk.phone)}.</p>`;
  if (d.returnWish.kind === 'online') return html`<p>Kết quả điện tử được trả trên Cổng Dịch vụ công quốc gia. Cần hỏi thêm, xin gọi ${phoneLink(d.desk.phone)}.</p>`;
  return html`<p class="place">${d.desk.name}</p>${deskFacts(d.desk)}`;
};

const todo = (d: TrackedDossier): Html => html`
  <section aria-labelledby="viec">
    <h2 id="viec">Việc cần làm</h2>
    <p>${STATUS_WORDS[d.state].todo}</p>
    ${d.state === 'supplement-asked' && d.supplement ? supplementList(d.supplement) : ''}
    ${STATUS_WORDS[d.state].tone === 'asked' || d.state === 'ready-to-return' ? placeOfReturn(d) : ''}
  </section>`;

const isLate = (d: TrackedDossier): boolean => d.dueAt !== undefined && d.closedAt === undefined && d.now > d.dueAt;

const capital = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase());

const bigDate = (moment: Moment): Html => html`
  <p class="big"><span>${capital(weekdayName(dateOf(moment)))}, ${formatDate(dateOf(moment))}</span> <span class="hour">${formatHour(moment)}</span></p>`;

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

/** When it is ready, the place already stands under what to do. */
const whereNow = (d: TrackedDossier): Html => d.closedAt || d.state === 'ready-to-return' ? html`` : html`
  <section aria-labelledby="o-dau">
    <h2 id="o-dau">Đang ở đâu</h2>
    <p>${d.holder.onTheWay ? 'Đang trên đường đến ' : ''}<b>${d.holder.name}</b>${d.holder.phone ? html`<span class="line">Điện thoại: ${phoneLink(d.holder.phone)}</span>` : ''}</p>
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

export const trackAnswerPage = (d: TrackedDossier): Html => {
  const words = STATUS_WORDS[d.state];
  return html`
  <div class="answer">
    <header>
      <p class="code">Mã hồ sơ <b>${d.code}</b>${d.codeIsProvisional ? html` <span class="soft">(mã tạm, chờ cấp mã chính thức)</span>` : ''}</p>
      <h1 class="state ${words.tone}">${words.headline}</h1>
      <p class="procedure">${d.procedureName}</p>
      <p class="soft">Trạng thái trên Cổng Dịch vụ công quốc gia: <b>${nationalStatusLabel(d.state)}</b></p>
    </header>
    ${hero(d)}
    ${todo(d)}
    ${whereNow(d)}
    ${trackSteps(d.steps)}
    ${feesPaid(d.fees)}
    <p class="again"><a href="/tra-cuu">Tra cứu hồ sơ khác</a></p>
  </div>`;
};
