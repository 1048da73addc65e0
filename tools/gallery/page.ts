// gallery/index.html: every picture with its name, no script.
import type { GalleryPaper } from '#server/papers/gallery.ts';
import type { Taken } from './take.ts';

export type ShownPaper = GalleryPaper & { readonly pictures: readonly string[] };
export type ShownGroup = { readonly title: string; readonly taken: readonly Taken[] };

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const anchor = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/gu, 'd').toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');

const STYLE = `
body{margin:0;font:15px/1.5 system-ui,sans-serif;color:#16211d;background:#fbfaf5}
header,section{max-width:1180px;margin:0 auto;padding:16px 24px}
nav{display:flex;flex-wrap:wrap;gap:4px 16px}a{color:#0e4f42}
h1{font-size:26px;margin:8px 0}h2{font-size:20px;margin:24px 0 0;padding-top:12px;border-top:1px solid #d9d8cc}
figure{margin:20px 0 36px}figcaption{font-weight:600;margin-bottom:8px}figcaption small{font-weight:400;color:#56645e}
.pair{display:grid;grid-template-columns:minmax(0,1fr) 220px;gap:20px;align-items:start}
.papers{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:24px;align-items:start}
.papers figure{margin:12px 0}.tall{max-height:640px;overflow:auto;border:1px solid #d9d8cc}
img{display:block;width:100%;height:auto;border:1px solid #d9d8cc;background:#fff}.tall img{border:0}
.fault{color:#9b1c1c}@media(max-width:760px){.pair{grid-template-columns:1fr}}`;

const picture = (file: string, title: string): string => `<a href="${file}"><img loading="lazy" src="${file}" alt="${escape(title)}"></a>`;

const screen = ({ shot, files, faults }: Taken): string => `<figure id="${shot.id}"><figcaption>${escape(shot.title)} <small>${shot.world}${shot.who ? ` · ${shot.who}` : ''}</small></figcaption>
${faults.map((fault) => `<p class="fault">${escape(fault)}</p>`).join('')}<div class="pair">${picture(`screens/${files[0]}`, shot.title)}<div class="tall">${picture(`screens/${files[1]}`, `${shot.title}, 360 px`)}</div></div></figure>`;

const paper = (one: ShownPaper): string => `<figure><figcaption>${escape(one.title)} <small>${one.size} · ${one.pages} trang · <a href="papers/${one.file}">PDF</a></small></figcaption>
<div class="tall">${one.pictures.map((file) => picture(`papers/${file}`, one.title)).join('')}</div></figure>`;

export const galleryPage = (groups: readonly ShownGroup[], papers: readonly ShownPaper[]): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Một cửa: màn hình và giấy tờ</title><style>${STYLE}</style></head>
<body><header><h1>Màn hình và giấy tờ</h1><p>Mỗi màn hình ở 1366 × 768 và 360 px, trên dữ liệu mẫu. Người và số liệu đều giả định.</p>
<nav>${[...groups.map((group) => group.title), 'Giấy tờ'].map((title) => `<a href="#${anchor(title)}">${escape(title)}</a>`).join('')}</nav></header>
${groups.map((group) => `<section><h2 id="${anchor(group.title)}">${escape(group.title)}</h2>${group.taken.map(screen).join('\n')}</section>`).join('\n')}
<section><h2 id="giay-to">Giấy tờ</h2><div class="papers">${papers.map(paper).join('\n')}</div></section></body></html>
`;
