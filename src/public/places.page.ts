// Where to go, when there are more desks than fit on the front page: found by the name of the commune.
import { type DeskInfo, deskFacts } from './desk-card.ts';
import { html, type Html } from './html.ts';

/** Up to so many are shown whole wherever they are named. */
export const FEW_DESKS = 6;

export const placeSearch = (query: string): Html => html`
  <form class="search" method="get" action="/noi-nop" role="search">
    <div class="field">
      <label for="xa">Tên xã, phường</label>
      <p class="hint" id="xa-giai-thich">Gõ có dấu hay không dấu đều được. Ví dụ: Kỳ Xuân</p>
      <div class="row"><input id="xa" name="q" type="search" value="${query}" maxlength="80" aria-describedby="xa-giai-thich"><button type="submit">Tìm</button></div>
    </div>
  </form>`;

export const deskCards = (desks: readonly DeskInfo[]): Html =>
  html`<ul class="cards">${desks.map((desk) => html`<li><h3>${desk.name}</h3>${deskFacts(desk)}</li>`)}</ul>`;

/** All of a few, or the way to the one that is near. */
export const deskList = (desks: readonly DeskInfo[]): Html => {
  if (desks.length === 0) return html`<p>Chưa có nơi nào hoạt động.</p>`;
  if (desks.length <= FEW_DESKS) return deskCards(desks);
  return html`<p>Có ${desks.length} nơi. Xin tìm nơi gần quý vị để xem địa chỉ, điện thoại, giờ làm việc.</p>${placeSearch('')}<p><a href="/noi-nop">Xem tất cả các nơi</a></p>`;
};

export type PlaceList = { readonly query: string; readonly found: readonly DeskInfo[] };

const folded = (desk: DeskInfo): Html => html`
  <details><summary>${desk.name}</summary>${deskFacts(desk)}</details>`;

export const placesPage = ({ query, found }: PlaceList): Html => html`
  <h1>Nơi nộp hồ sơ và nhận kết quả</h1>
  ${placeSearch(query)}
  ${query === ''
    ? html`<section class="folded">${found.map(folded)}</section>`
    : found.length === 0
      ? html`<section><h2>Không tìm thấy nơi nào</h2><p>Xin gõ tên xã, phường ngắn hơn, hoặc <a href="/noi-nop">xem tất cả các nơi</a>.</p></section>`
      : html`<section><h2>${found.length} nơi cho “${query}”</h2>${deskCards(found)}<p class="again"><a href="/noi-nop">Xem tất cả các nơi</a></p></section>`}`;
