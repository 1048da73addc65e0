// The one form of the citizen: the code from the receipt and four digits that only its holder knows.
import { agencyCodeOn, formatDossierCode } from '#core/numbering/dossier-code.ts';
import { dateOf, type Moment } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import { html, type Html } from './html.ts';

export type TrackForm = {
  readonly code: string;
  /** What went wrong, told at the field it belongs to and again on top. */
  readonly errors: { readonly code?: string; readonly digits?: string; readonly form?: string };
  /** Coming from the QR code: only the digits are left to type. */
  readonly codeIsGiven?: boolean;
};

export const EMPTY_FORM: TrackForm = { code: '', errors: {} };

/** A code as receipts of today bear it. */
export const codeExample = (now: Moment): string => {
  const unit = { unitId: '' as UnitId, name: '', agencyCode2018: '000.22.36.H27', agencyCode2025: 'H27.22.36' };
  const agency = agencyCodeOn(unit, dateOf(now));
  return formatDossierCode(agency.ok ? agency.value : unit.agencyCode2025, dateOf(now), 1);
};

export const field = (options: {
  readonly id: string; readonly label: string; readonly hint: Html; readonly error?: string; readonly input: Html;
}): Html => html`
  <div class="field${options.error ? ' wrong' : ''}">
    <label for="${options.id}">${options.label}</label>
    <p class="hint" id="${options.id}-giai-thich">${options.hint}</p>
    ${options.error ? html`<p class="error" id="${options.id}-loi"><b>Lỗi:</b> ${options.error}</p>` : ''}
    ${options.input}
  </div>`;

export const describedBy = (id: string, error: string | undefined): string => `${id}-giai-thich${error ? ` ${id}-loi` : ''}`;

export const errorSummary = ({ errors }: TrackForm): Html | '' => {
  const lines = [
    errors.form ? html`<li><a href="#ma">${errors.form}</a></li>` : '',
    errors.code ? html`<li><a href="#ma">${errors.code}</a></li>` : '',
    errors.digits ? html`<li><a href="#so">${errors.digits}</a></li>` : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? '' : html`
    <div class="summary" role="alert" aria-labelledby="co-loi">
      <h2 id="co-loi">Chưa tra cứu được</h2>
      <ul>${lines}</ul>
    </div>`;
};

export const trackForm = (form: TrackForm, now: Moment): Html => {
  const { errors } = form;
  const focusDigits = form.codeIsGiven === true;
  return html`
  <form method="post" action="/tra-cuu" novalidate autocomplete="off">
    ${field({
      id: 'ma', label: 'Mã hồ sơ', error: errors.code,
      hint: html`In cạnh mã vạch, ở đầu giấy tiếp nhận hồ sơ và hẹn trả kết quả. Ví dụ: ${codeExample(now)}`,
      input: html`<input id="ma" name="ma" value="${form.code}" maxlength="40" autocapitalize="characters" spellcheck="false" autocomplete="off" aria-describedby="${describedBy('ma', errors.code)}"${errors.code ? html` aria-invalid="true"` : ''}>`,
    })}
    ${field({
      id: 'so', label: 'Bốn số cuối', error: errors.digits,
      hint: html`Bốn số cuối của số điện thoại, hoặc của số giấy tờ tùy thân, đã ghi khi nộp hồ sơ`,
      input: html`<input class="short" id="so" name="so" inputmode="numeric" maxlength="4" autocomplete="off" aria-describedby="${describedBy('so', errors.digits)}"${errors.digits ? html` aria-invalid="true"` : ''}${focusDigits ? html` autofocus` : ''}>`,
    })}
    <button type="submit">Tra cứu</button>
  </form>`;
};

export const trackFormPage = (form: TrackForm, now: Moment): Html => html`
  ${errorSummary(form)}
  <h1>Tra cứu hồ sơ</h1>
  ${trackForm(form, now)}
  <details class="help">
    <summary>Không tìm thấy mã hồ sơ?</summary>
    <p>Mã hồ sơ ở góc trên của giấy tiếp nhận hồ sơ và hẹn trả kết quả mà quý vị nhận khi nộp hồ sơ. Có thể quét mã QR trên giấy bằng điện thoại: mã hồ sơ được điền sẵn, chỉ còn nhập bốn số cuối.</p>
    <p>Mất giấy, hoặc khi nộp không ghi số điện thoại và giấy tờ tùy thân? Quý vị gọi điện hoặc đến Bộ phận Một cửa nơi đã nộp hồ sơ, mang theo giấy tờ tùy thân. <a href="/#noi-nop">Địa chỉ và điện thoại</a></p>
  </details>`;
