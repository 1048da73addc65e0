// The frame of every citizen page.
import { html, type Html, textOf } from './html.ts';

/** What all pages know: where they are and how they look. */
export type Site = {
  /** 'tỉnh Hà Tĩnh'; a page that tells of a fault may not know it. */
  readonly place?: string;
  readonly isDemo: boolean;
  readonly stylesheet: string;
  readonly mark: string;
};

export type Page = {
  readonly title: string;
  readonly description?: string;
  readonly body: Html;
  /** The menu entry this page belongs to. */
  readonly here?: '/tra-cuu' | '/thu-tuc';
  readonly wide?: boolean;
};

const SITE_NAME = 'Bộ phận Một cửa';

const MENU = [
  { href: '/tra-cuu', name: 'Tra cứu hồ sơ' },
  { href: '/thu-tuc', name: 'Thủ tục' },
] as const;

export const renderPage = (site: Site, page: Page): string => `<!doctype html>\n${textOf(html`
  <html lang="vi">
  <head>
    <meta charset="utf-8">
    <title>${page.title === SITE_NAME ? `${SITE_NAME} tại Điểm Bưu điện - Văn hóa xã` : `${page.title} – ${SITE_NAME}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="theme-color" content="#0e4f42">
    ${page.description ? html`<meta name="description" content="${page.description}">` : ''}
    <link rel="stylesheet" href="${site.stylesheet}">
    <link rel="icon" type="image/svg+xml" href="${site.mark}">
  </head>
  <body>
    <a class="skip" href="#noi-dung">Đến nội dung chính</a>
    <header>
    ${site.isDemo ? html`<p class="demo"><span class="in"><strong>Dữ liệu minh họa.</strong> Người và hồ sơ ở đây không có thật; trang này không dùng để giải quyết công việc.</span></p>` : ''}
    <div class="head"><div class="in">
        <a class="brand" href="/"><img src="${site.mark}" alt="" width="40" height="40"><span><b>${SITE_NAME}</b> <span>tại Điểm Bưu điện - Văn hóa xã${site.place ? `, ${site.place}` : ''}</span></span></a>
      <nav aria-label="Trang chính">${MENU.map((entry) => html`<a href="${entry.href}"${page.here === entry.href ? html` aria-current="page"` : ''}>${entry.name}</a>`)}</nav>
    </div></div>
    </header>
    <main id="noi-dung" class="in${page.wide ? ' wide' : ''}">
      ${page.body}
    </main>
    <footer class="foot"><div class="in">
      <p>Trang của Bộ phận Một cửa, phục vụ tổ chức, cá nhân. Trang không thu thập thông tin người xem.</p>
      <p><a href="/lam-viec/">Dành cho cán bộ, nhân viên</a></p>
    </div></footer>
  </body>
  </html>`).trim()}\n`;
