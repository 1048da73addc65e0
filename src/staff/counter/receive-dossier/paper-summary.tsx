// What the citizen will hold, as far as it is known: the same core that decides on the server reckons it here.
import type { Due } from '#core/deadline/due.ts';
import { formatMoment, formatMoney } from '#core/kernel/format.ts';
import { limitFor } from '#core/procedure/in-force.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import { addressWords, FORM_LABELS, limitWords } from '../../words/person-words.ts';
import type { ReceiveDraft } from './draft.ts';
import { toPapers, toPerson } from './draft-command.ts';
import { draftTotals } from './fees-section.tsx';
import { RETURN_LABELS } from './return-section.tsx';

const Blank = () => (
  <span className="paper-blank" aria-label="chưa có">
    ………
  </span>
);

const titleOf = (draft: ReceiveDraft, procedure: ProcedureVersion): string => {
  if (draft.byPost) return 'Phiếu gửi hồ sơ';
  if (procedure.slips === 'residence-police') return 'Phiếu tiếp nhận hồ sơ và hẹn trả kết quả';
  return 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả';
};

export const PaperSummary = ({
  draft,
  procedure,
  catalogue,
  due,
}: {
  readonly draft: ReceiveDraft;
  readonly procedure: ProcedureVersion;
  readonly catalogue: DeskCatalogueView;
  readonly due: Due | undefined;
}) => {
  const person = toPerson(draft.applicant);
  const limit = limitFor(procedure, draft.byPost ? 'post' : 'counter');
  const papers = toPapers(draft, procedure);
  const names = new Map(procedure.cases.find((c) => c.caseId === draft.caseId)?.checklist.map((i) => [i.itemId, i.name]));
  return (
    <article className="sheet">
      <header>
        <p>{catalogue.desk.name}</p>
        <h2>{titleOf(draft, procedure)}</h2>
        <p>
          Mã hồ sơ: <em>cấp khi xác nhận</em>
        </p>
      </header>
      <dl>
        <dt>Tiếp nhận hồ sơ của</dt>
        <dd>{person.fullName || <Blank />}</dd>
        {draft.ownerDiffers && (
          <>
            <dt>Chủ hồ sơ</dt>
            <dd>{draft.dossierOwner.fullName || <Blank />}</dd>
          </>
        )}
        <dt>Địa chỉ</dt>
        <dd>{addressWords(person.address)}</dd>
        <dt>Số điện thoại</dt>
        <dd>{person.phone ?? <Blank />}</dd>
        <dt>Nội dung yêu cầu</dt>
        <dd>{procedure.name}</dd>
      </dl>
      <p className="sheet-head">Thành phần hồ sơ</p>
      {papers.length === 0 ? (
        <Blank />
      ) : (
        <ol>
          {papers.map((p) => (
            <li key={`${p.itemId}${p.form}`}>
              {names.get(p.itemId)}: {p.shownOnly ? 'đã xuất trình' : `${p.count} ${FORM_LABELS[p.form]}`}
            </li>
          ))}
        </ol>
      )}
      <dl>
        <dt>Số lượng hồ sơ</dt>
        <dd>{draft.setCount} bộ</dd>
        <dt>Thời gian giải quyết</dt>
        <dd>{limit ? limitWords(limit) : <Blank />}</dd>
        <dt>Trả kết quả</dt>
        <dd>{due ? <><strong>{formatMoment(due.due)}</strong>{due.dependsOnUnconfirmed && <span className="field-warning"> Có ngày nghỉ chưa công bố chính thức.</span>}</> : draft.byPost ? 'tính từ khi ký biên bản giao nhận' : <Blank />}</dd>
        <dt>Nơi nhận</dt>
        <dd>{RETURN_LABELS[draft.returnWish.kind]}</dd>
        <dt>Phí, lệ phí</dt>
        <dd>{formatMoney(draftTotals(draft, procedure).total)}</dd>
      </dl>
    </article>
  );
};
