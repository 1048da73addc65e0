// The page on which a citizen answers a request for papers: the same list as on the form that was sent, a place for a
// photo or PDF beside each paper, and what happens then. Files cannot be kept by a page without script: it says so.
import { type AskedPaper, countsOf } from './asked-paper.ts';
import { deskFacts } from './desk-card.ts';
import { html, type Html } from './html.ts';
import type { Page } from './layout.ts';
import { describedBy, field } from './track-form.ts';
import { limitLine, turnedBackNote } from './sent-answer.ts';
import type { TrackedDossier } from './track-answer.ts';

type Asked = NonNullable<TrackedDossier['supplement']>;

/** Where it is to be put right: a paper by its place in the list, another field, or all papers together. */
export type FormError = { readonly at: number | 'number' | 'note' | 'form'; readonly text: string };

export type AnswerForm = {
  readonly dossier: TrackedDossier;
  readonly asked: Asked;
  readonly digits: string;
  /** One effect, however often the button is pressed. */
  readonly key: string;
  readonly typed: { readonly number: string; readonly note: string };
  readonly errors: readonly FormError[];
};

const idOf = (at: FormError['at']): string => {
  switch (at) {
    case 'number': return 'dinh-danh';
    case 'note': return 'ghi-chu';
    case 'form': return 'giay-1';
    default: return `giay-${at}`;
  }
};

/** In the list above the form a line says which paper it is about. */
const inSummary = ({ at, text }: FormError, asked: Asked): string => (typeof at === 'number' ? `${at}. ${asked.items[at - 1]?.name ?? ''}: ${text}` : text);

const summary = ({ errors, asked }: AnswerForm): Html | '' => errors.length === 0 ? '' : html`
  <div class="summary" role="alert" aria-labelledby="co-loi">
    <h2 id="co-loi">Chưa gửi được</h2>
    <ul>${errors.map((error) => html`<li><a href="#${idOf(error.at)}">${inSummary(error, asked)}</a></li>`)}</ul>
    <p>Vì lý do an toàn, trình duyệt không giữ lại các tệp đã chọn. Xin quý vị chọn lại tệp rồi gửi.</p>
  </div>`;

const paperField = (paper: AskedPaper, no: number, errors: readonly FormError[]): Html => {
  const error = errors.find((one) => one.at === no)?.text;
  const id = `giay-${no}`;
  const wanted = [countsOf(paper), paper.reason ?? ''].filter((text) => text !== '').join('. ');
  return field({
    id, label: `${no}. ${paper.name}`, hint: html`${wanted}`, ...(error ? { error } : {}),
    input: html`<input id="${id}" name="${id}" type="file" multiple accept="image/jpeg,image/png,application/pdf" aria-describedby="${describedBy(id, error)}"${error ? html` aria-invalid="true"` : ''}>`,
  });
};

const form = ({ dossier, asked, digits, key, typed, errors }: AnswerForm): Html => {
  const wrong = errors.find((one) => one.at === 'number')?.text;
  const tooLong = errors.find((one) => one.at === 'note')?.text;
  return html`
  <form method="post" action="/bo-sung/gui" enctype="multipart/form-data" autocomplete="off">
    <input type="hidden" name="ma" value="${dossier.code}"><input type="hidden" name="so" value="${digits}"><input type="hidden" name="khoa" value="${key}">
    ${field({
      id: 'dinh-danh', label: 'Số giấy tờ tùy thân hoặc số điện thoại', ...(wrong ? { error: wrong } : {}),
      hint: html`Nhập đủ số của người nộp hoặc của chủ hồ sơ, như đã ghi khi nộp hồ sơ, để chắc chắn là quý vị gửi`,
      input: html`<input id="dinh-danh" name="dinh-danh" value="${typed.number}" required minlength="8" maxlength="30" autocomplete="off" spellcheck="false" aria-describedby="${describedBy('dinh-danh', wrong)}"${wrong ? html` aria-invalid="true"` : ''}>`,
    })}
    <fieldset>
      <legend>Giấy tờ bổ sung</legend>
      <p class="hint">Ảnh chụp rõ, đủ trang, hoặc tệp PDF. Mỗi giấy tờ chọn được nhiều tệp; mỗi tệp không quá 10 MB, tất cả không quá 20 tệp và 40 MB.</p>
      ${asked.items.map((paper, i) => paperField(paper, i + 1, errors))}
    </fieldset>
    ${field({
      id: 'ghi-chu', label: 'Lời nhắn cho cơ quan (không bắt buộc)', ...(tooLong ? { error: tooLong } : {}), hint: html`Ví dụ: giấy tờ nào quý vị sẽ mang đến nộp trực tiếp`,
      input: html`<textarea id="ghi-chu" name="ghi-chu" rows="3" maxlength="500" aria-describedby="${describedBy('ghi-chu', tooLong)}"${tooLong ? html` aria-invalid="true"` : ''}>${typed.note}</textarea>`,
    })}
    <button type="submit">Gửi giấy tờ bổ sung</button>
  </form>`;
};

const whatThen = ({ dossier }: AnswerForm): Html => html`
  <section aria-labelledby="sau-do">
    <h2 id="sau-do">Sau khi gửi</h2>
    <ol class="papers">
      <li>Trang này cho biết ngay đã nhận những gì, lúc nào.</li>
      <li>${dossier.agencyName} xem giấy tờ. Nếu đủ, thời hạn giải quyết được tính từ lúc quý vị gửi; ngày hẹn trả mới có ở trang tra cứu hồ sơ.</li>
      <li>Nếu chưa đạt, lý do và giấy tờ còn thiếu hiện ở trang tra cứu hồ sơ, quý vị gửi lại.</li>
      <li>Cơ quan có thể đề nghị quý vị xuất trình bản chính khi đến nhận kết quả.</li>
    </ol>
  </section>
  <section aria-labelledby="noi-khac">
    <h2 id="noi-khac">Không gửi được ở đây?</h2>
    <p>Mời quý vị mang giấy tờ đến nơi đã nộp hồ sơ:</p>
    <p class="place">${dossier.desk.name}</p>${deskFacts(dossier.desk)}
  </section>`;

export const answerFormPage = (shown: AnswerForm): Page => {
  const { dossier, asked, errors } = shown;
  return {
    title: errors.length > 0 ? 'Lỗi: Gửi giấy tờ bổ sung' : 'Gửi giấy tờ bổ sung', here: '/tra-cuu',
    body: html`
    ${summary(shown)}
    <p class="code">Mã hồ sơ <b>${dossier.code}</b></p>
    <h1>Gửi giấy tờ bổ sung</h1>
    <p class="procedure">${dossier.procedureName}</p>
    ${asked.turnedBack ? turnedBackNote(asked.turnedBack) : ''}
    <p>Nên gửi đủ các giấy tờ dưới đây trong một lần; gửi rồi thì chờ cơ quan xem.</p>
    ${asked.reason ? html`<p class="soft">Lý do yêu cầu: ${asked.reason}</p>` : ''}
    ${limitLine(asked, dossier.now)}
    ${form(shown)}
    ${whatThen(shown)}`,
  };
};
