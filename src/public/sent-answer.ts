// What was sent online: as it was received, and why it came back.
import { isOver } from '#core/dossier/stop-dossier.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AskedPaper } from './asked-paper.ts';
import { bigDate } from './big-date.ts';
import { html, type Html } from './html.ts';
import type { Page } from './layout.ts';
import type { TrackedDossier } from './track-answer.ts';

export type SentAnswer = {
  readonly at: Moment;
  /** After the citizen's own limit. */
  readonly isLate: boolean;
  readonly papers: readonly { readonly name: string; readonly files: number }[];
};
export type TurnedBackAnswer = { readonly at: Moment; readonly reason: string; readonly missing: readonly string[] };

export const turnedBackNote = ({ at, reason, missing }: TurnedBackAnswer): Html => html`
  <div class="note">
    <p><b>Giấy tờ gửi trước đây chưa đạt</b> (cơ quan trả lời lúc ${formatMoment(at)}). ${reason}</p>
    <p>Còn thiếu: ${missing.join('; ')}.</p>
  </div>`;

/** The citizen's own limit. That papers were turned back does not move it, and nobody is left to wonder. */
export const limitLine = ({ answerBy, turnedBack }: NonNullable<TrackedDossier['supplement']>, now: Moment): Html | '' => {
  if (!answerBy) return '';
  const unmoved = turnedBack ? 'Hạn bổ sung không đổi khi giấy tờ bị trả lại. ' : '';
  return isOver(answerBy, now)
    ? html`<p class="note">Đã quá hạn bổ sung (<b>${formatMoment(answerBy)}</b>). ${unmoved}Quý vị vẫn bổ sung được khi hồ sơ chưa bị dừng giải quyết; xin làm ngay.</p>`
    : html`<p>${unmoved}Bổ sung trước <b>${formatMoment(answerBy)}</b>.</p>`;
};

/** What is there and what is not, as it lies with the agency. */
export const sentList = (sent: SentAnswer, asked: readonly AskedPaper[]): Html => {
  const not = asked.filter((paper) => !sent.papers.some((one) => one.name === paper.name));
  return html`
  <ul class="plain">${sent.papers.map((paper) => html`<li>${paper.name} <span class="soft">(${paper.files} tệp)</span></li>`)}</ul>
  ${not.length > 0 ? html`<p>Chưa gửi: <b>${not.map((paper) => paper.name).join('; ')}</b>. Quý vị có thể mang đến nơi đã nộp hồ sơ.</p>` : ''}
  ${sent.isLate ? html`<p>Lần gửi này sau hạn bổ sung; cơ quan vẫn xem khi hồ sơ chưa bị dừng giải quyết.</p>` : ''}`;
};

/** What was just pressed had no effect: said before what is there, which could be taken for it. */
export const notTakenNote = (why: string): Html => html`<p class="note" role="alert"><b>Giấy tờ vừa gửi không được nhận.</b> ${why}</p>`;

/** `why`: files were sent beside what is there, and are not taken. */
export const sentAnswerPage = (dossier: TrackedDossier, sent: SentAnswer, asked: readonly AskedPaper[], digits: string, why?: string): Page => ({
  title: why ? 'Giấy tờ vừa gửi không được nhận' : 'Đã nhận giấy tờ bổ sung', here: '/tra-cuu',
  body: html`${why ? notTakenNote(why) : ''}
    <p class="code">Mã hồ sơ <b>${dossier.code}</b></p>
    <h1 class="state done">${why ? 'Giấy tờ đã nhận trước đó' : 'Đã nhận giấy tờ bổ sung'}</h1>
    <p class="procedure">${dossier.procedureName}</p>
    <div class="hero"><h2>Nhận lúc</h2>${bigDate(sent.at)}</div>
    <section aria-labelledby="da-nhan"><h2 id="da-nhan">Giấy tờ đã nhận</h2>${sentList(sent, asked)}</section>
    <section aria-labelledby="tiep">
      <h2 id="tiep">Việc tiếp theo</h2>
      <p>Quý vị chưa phải làm gì. ${dossier.agencyName} xem giấy tờ rồi trả lời ở trang tra cứu hồ sơ: ngày hẹn trả mới nếu đã đủ, hoặc lý do và giấy tờ còn thiếu. Thời hạn giải quyết vẫn tạm dừng cho đến khi cơ quan nhận đủ.</p>
      <form method="post" action="/tra-cuu"><input type="hidden" name="ma" value="${dossier.code}"><input type="hidden" name="so" value="${digits}"><button type="submit">Xem tình trạng hồ sơ</button></form>
    </section>`,
});
