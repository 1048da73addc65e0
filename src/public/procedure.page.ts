// One procedure: what to bring, what it costs, how long it takes, who decides, where to go. Prints on one sheet.
import { formatMoney } from '#core/kernel/format.ts';
import type { Channel, ChecklistItem, FeeItem, ProcedureCase, ProcedureVersion, TimeLimit } from '#core/procedure/procedure.ts';
import type { DeskInfo } from './desk-card.ts';
import { html, type Html } from './html.ts';
import { deskList } from './places.page.ts';

export type ProcedureInfo = {
  readonly procedure: ProcedureVersion;
  readonly places: readonly { readonly desk: DeskInfo; readonly agencyName: string }[];
};

const CHANNELS: Readonly<Record<Channel, string>> = {
  counter: 'Nộp trực tiếp', online: 'Nộp trực tuyến', post: 'Nộp qua dịch vụ bưu chính công ích',
};

const two = (n: number): string => String(n).padStart(2, '0');

const limitInWords = (limit: TimeLimit): string => {
  switch (limit.kind) {
    case 'working-days': return `${two(limit.days)} ngày làm việc`;
    case 'calendar-days': return `${two(limit.days)} ngày`;
    case 'working-hours': return `${two(limit.hours)} giờ làm việc`;
    case 'clock-hours': return `${two(limit.hours)} giờ liên tục`;
    case 'same-day': return 'Trong ngày; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo';
  }
};

const howMany = (item: ChecklistItem): string => {
  const parts = ([[item.original, 'bản chính'], [item.certifiedCopy, 'bản sao có chứng thực'], [item.plainCopy, 'bản chụp']] as const)
    .filter(([count]) => count > 0).map(([count, form]) => `${two(count)} ${form}`);
  if (item.shownOnly) return `xuất trình${parts.length > 0 ? ` ${parts.join(', ')}` : ''}, không phải nộp`;
  return parts.join(', ');
};

const paper = (item: ChecklistItem): Html => html`
  <li><b>${item.name}</b>${howMany(item) ? html`<span class="count">${howMany(item)}</span>` : ''}${item.note ? html`<span class="line soft">${item.note}</span>` : ''}</li>`;

const papers = (each: ProcedureCase): Html => {
  const must = each.checklist.filter((item) => item.required);
  const may = each.checklist.filter((item) => !item.required);
  return html`
    ${must.length > 0 ? html`<ol class="papers">${must.map(paper)}</ol>` : ''}
    ${may.length > 0 ? html`<p class="sub">Nếu có, hoặc nếu thuộc trường hợp:</p><ul class="papers">${may.map(paper)}</ul>` : ''}`;
};

const bring = (cases: readonly ProcedureCase[]): Html => {
  const [only] = cases;
  if (!only) return html`<p>Chưa có thông tin.</p>`;
  if (cases.length === 1) return papers(only);
  return html`<p>Quý vị chỉ cần xem trường hợp của mình.</p>${cases.map((each) => html`<div class="case"><h3>${each.name}</h3>${papers(each)}</div>`)}`;
};

const amount = (fee: FeeItem): string =>
  fee.amount === undefined ? 'Chưa có thông tin'
    : fee.amount === 0 ? 'Không thu' : `${formatMoney(fee.amount)}${fee.unit ? `/${fee.unit}` : ''}`;

const feeGroup = (title: string, fees: readonly FeeItem[]): Html | '' => fees.length === 0 ? '' : html`
  <tr class="group"><th scope="rowgroup" colspan="2">${title}</th></tr>
  ${fees.map((fee) => html`<tr><td>${fee.name}${fee.channel ? html` <span class="soft">(${CHANNELS[fee.channel].toLowerCase()})</span>` : ''}${fee.note ? html`<span class="line soft">${fee.note}</span>` : ''}${fee.exemptions && fee.exemptions.length > 0 ? html`<span class="line soft">Miễn: ${fee.exemptions.join('; ')}</span>` : ''}</td><td class="money">${amount(fee)}</td></tr>`)}`;

const cost = (procedure: ProcedureVersion): Html => procedure.fees.length === 0
  ? html`<p>${procedure.incomplete.length > 0 ? 'Xem phần “Chưa có nguồn xác định” bên dưới.' : 'Không thu phí, lệ phí.'}</p>`
  : html`<table class="fees"><tbody>${feeGroup('Phí', procedure.fees.filter((fee) => fee.kind === 'fee'))}${feeGroup('Lệ phí', procedure.fees.filter((fee) => fee.kind === 'charge'))}</tbody></table>`;

const time = ({ limits }: ProcedureVersion): Html => limits.length === 0
  ? html`<p>Chưa có thông tin.</p>`
  : html`<dl class="facts">${limits.map((row) => html`<dt>${CHANNELS[row.channel]}</dt><dd>${limitInWords(row.limit)}${row.note ? html`<span class="line soft">${row.note}</span>` : ''}</dd>`)}</dl>`;

const where = (places: ProcedureInfo['places']): Html => places.length === 0
  ? html`<p>Thủ tục này chưa được tiếp nhận tại các nơi nộp hồ sơ ở đây. Xin hỏi cơ quan giải quyết.</p>`
  : deskList(places.map(({ desk }) => desk));

const remarks = (procedure: ProcedureVersion): readonly string[] => [
  ...(procedure.mustBePresent ? ['Người yêu cầu phải có mặt khi giải quyết.'] : []),
  ...(procedure.signsRegister ? ['Người yêu cầu ký vào sổ khi nhận kết quả.'] : []),
];

const FEW_AGENCIES = 3;

export const procedurePage = ({ procedure, places }: ProcedureInfo): Html => {
  const named = [...new Set(places.map((place) => place.agencyName))];
  // one agency for each of many desks: the kind of agency says it better
  const agencies = named.length <= FEW_AGENCIES ? named : [];
  return html`
  <article class="procedure-page">
    <p class="soft">${procedure.field}</p>
    <h1>${procedure.name}</h1>
    ${remarks(procedure).map((text) => html`<p class="note">${text}</p>`)}
    <section><h2>Cần mang theo</h2>${bring(procedure.cases)}</section>
    <section><h2>Phí, lệ phí</h2>${cost(procedure)}</section>
    <section><h2>Thời hạn giải quyết</h2>${time(procedure)}</section>
    <section><h2>Ai giải quyết</h2><p>${agencies.length > 0 ? agencies.join('; ') : procedure.authority}</p></section>
    <section><h2>Kết quả</h2>${procedure.outcomes.length > 0 ? html`<ul class="plain">${procedure.outcomes.map((outcome) => html`<li>${outcome.name}</li>`)}</ul>` : html`<p>Chưa có thông tin.</p>`}</section>
    <section><h2>Nộp ở đâu</h2>${where(places)}</section>
    ${procedure.incomplete.length > 0 ? html`<section class="unknown"><h2>Chưa có nguồn xác định</h2><ul class="plain">${procedure.incomplete.map((text) => html`<li>${text}</li>`)}</ul><p>Xin hỏi tại nơi nộp hồ sơ trước khi chuẩn bị.</p></section>` : ''}
    ${procedure.legalGrounds.length > 0 ? html`<details class="help"><summary>Căn cứ pháp lý</summary><ul class="plain">${procedure.legalGrounds.map((ground) => html`<li>${ground.instrument}${ground.article ? html`, ${ground.article}` : ''}</li>`)}</ul></details>` : ''}
    <p class="soft small">Mã thủ tục: ${procedure.code}. Nguồn: ${procedure.source}</p>
    <p class="again"><a href="/thu-tuc">Thủ tục khác</a></p>
  </article>`;
};
