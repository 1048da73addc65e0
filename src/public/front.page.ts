import type { Moment } from '#core/kernel/moment.ts';
import type { DeskInfo } from './desk-card.ts';
import { html, type Html } from './html.ts';
import { deskList } from './places.page.ts';
import { EMPTY_FORM, trackForm } from './track-form.ts';

export const procedureSearch = (query: string): Html => html`
  <form class="search" method="get" action="/thu-tuc" role="search">
    <div class="field">
      <label for="tim">Tên thủ tục, hoặc việc quý vị cần làm</label>
      <p class="hint" id="tim-giai-thich">Gõ có dấu hay không dấu đều được. Ví dụ: làm giấy khai sinh cho cháu</p>
      <div class="row"><input id="tim" name="q" type="search" value="${query}" maxlength="120" aria-describedby="tim-giai-thich"><button type="submit">Tìm</button></div>
    </div>
  </form>`;

export const frontPage = (desks: readonly DeskInfo[], now: Moment): Html => html`
  <div class="front">
    <section class="first" aria-labelledby="tra-cuu">
      <h1 id="tra-cuu">Tra cứu hồ sơ</h1>
      <p class="lead">Hồ sơ của quý vị đang ở đâu, khi nào có kết quả.</p>
      ${trackForm(EMPTY_FORM, now)}
      <p class="hint"><a href="/tra-cuu">Không tìm thấy mã hồ sơ?</a></p>
    </section>
    <section aria-labelledby="thu-tuc">
      <h2 id="thu-tuc">Tìm thủ tục</h2>
      <p>Cần mang theo giấy tờ gì, hết bao nhiêu tiền, bao lâu thì xong.</p>
      ${procedureSearch('')}
      <p><a href="/thu-tuc">Xem tất cả thủ tục</a></p>
    </section>
  </div>
  <section class="desks" aria-labelledby="noi-nop">
    <h2 id="noi-nop">Nơi nộp hồ sơ và nhận kết quả</h2>
    ${deskList(desks)}
  </section>`;
