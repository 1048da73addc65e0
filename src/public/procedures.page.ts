import type { ProcedureCode } from '#core/procedure/procedure.ts';
import { html, type Html } from './html.ts';
import { procedureSearch } from './front.page.ts';

export type ProcedureLine = {
  readonly code: ProcedureCode;
  readonly name: string;
  readonly field: string;
  /** Received at one of our desks today. */
  readonly atDesk: boolean;
};

export type ProcedureList = {
  readonly query: string;
  readonly found: readonly ProcedureLine[];
  /** In the catalogue, but only found by searching. */
  readonly elsewhere: number;
};

const procedurePath = (code: string): string => `/thu-tuc/${encodeURIComponent(code)}`;

const line = (procedure: ProcedureLine): Html => html`
  <li><a href="${procedurePath(procedure.code)}">${procedure.name}</a>${procedure.atDesk ? '' : html`<span class="line soft">Chưa tiếp nhận tại các nơi nộp hồ sơ ở đây</span>`}</li>`;

const byField = (procedures: readonly ProcedureLine[]): readonly (readonly [string, readonly ProcedureLine[]])[] =>
  [...Map.groupBy(procedures, (procedure) => procedure.field)];

const answer = ({ query, found }: ProcedureList): Html => found.length === 0
  ? html`<h2>Không tìm thấy thủ tục nào</h2>
    <p>Quý vị thử gõ ít chữ hơn, hoặc gõ việc cần làm, ví dụ: khai sinh, chứng thực, xây nhà. Hoặc <a href="/thu-tuc">xem tất cả thủ tục</a>.</p>`
  : html`<h2>${found.length} thủ tục cho “${query}”</h2><ul class="links">${found.map(line)}</ul>
    <p><a href="/thu-tuc">Xem tất cả thủ tục</a></p>`;

export const proceduresPage = (list: ProcedureList): Html => html`
  <h1>Thủ tục hành chính</h1>
  ${procedureSearch(list.query)}
  ${list.query === ''
    ? html`${byField(list.found).map(([field, procedures]) => html`<section><h2>${field}</h2><ul class="links">${procedures.map(line)}</ul></section>`)}
      ${list.elsewhere > 0 ? html`<p class="soft">Còn ${list.elsewhere} thủ tục chưa tiếp nhận tại các nơi nộp hồ sơ ở đây: gõ tên để tìm.</p>` : ''}`
    : answer(list)}`;
