import { html, type Html } from './html.ts';

export const faultPageBody = (title: string, detail: string, code?: string): Html => html`
  <h1>${title}</h1>
  <p class="lead">${detail}</p>
  ${code ? html`<p class="soft">Mã theo dõi để báo bộ phận kỹ thuật: ${code}</p>` : ''}
  <ul class="links"><li><a href="/tra-cuu">Tra cứu hồ sơ</a></li><li><a href="/thu-tuc">Tìm thủ tục</a></li><li><a href="/noi-nop">Nơi nộp hồ sơ</a></li><li><a href="/">Trang đầu</a></li></ul>`;
