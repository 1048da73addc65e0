import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { CatalogueEntry } from '#wire/desk-catalogue.wire.ts';
import { guidanceGivenAnswer } from '#wire/give-guidance.wire.ts';
import { newId } from '../../api/new-id.ts';
import { useDesk } from '../../api/session.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { Banner } from '../../design/frames.tsx';
import { knownLimit } from '../catalogue/use-catalogue.ts';
import { printPaper } from '../../dossier/paper-pdf.tsx';
import { feeWords, limitWords, NO_LIMIT_TEXT } from '../../words/person-words.ts';

const CHANNELS = { counter: 'Trực tiếp', online: 'Trực tuyến', post: 'Qua bưu chính công ích' } as const;
const MODES = {
  support: 'Bưu điện hỗ trợ, công chức xác nhận',
  delegated: 'Bưu điện tiếp nhận theo ủy quyền',
  'postal-service': 'Dịch vụ bưu chính công ích',
} as const;

const Fees = ({ procedure }: { readonly procedure: ProcedureVersion }) =>
  procedure.fees.length === 0 ? (
    <p>Không thu phí, lệ phí.</p>
  ) : (
    <ul>
      {procedure.fees.map((f) => (
        <li key={f.feeId}>
          <strong>{feeWords(f.kind, f.name)[0]}</strong>
          {feeWords(f.kind, f.name)[1]} –{' '}
          {f.amount === undefined
            ? 'chưa có mức thu từ nguồn chính thức'
            : `${formatMoney(f.amount)}${f.unit ? `/${f.unit}` : ''}`}
          {f.note && <span className="soft"> ({f.note})</span>}
          {(f.exemptions ?? []).length > 0 && <span className="soft">. Miễn: {f.exemptions?.join('; ')}</span>}
        </li>
      ))}
    </ul>
  );

/** What to bring, cost, time, who decides; printed as a guidance slip that is kept. */
export const ProcedureDetail = ({ entry }: { readonly entry: CatalogueEntry }) => {
  const { procedure, transfer, agencyName } = entry;
  const desk = useDesk();
  const [caseId, setCaseId] = useState(procedure.cases[0]?.caseId ?? '');
  const guide = useAct(() => ({
    path: '/api/desk/guidance',
    answer: guidanceGivenAnswer,
    body: {
      guidanceId: newId(),
      deskId: desk.deskId,
      procedureCode: procedure.code,
      procedureVersion: procedure.version,
      caseId: caseId || undefined,
      missing: [],
    },
  }));
  const checklist = procedure.cases.find((c) => c.caseId === caseId)?.checklist ?? [];
  return (
    <div className="detail stack-tight">
      <p>
        <strong>{procedure.name}</strong>
      </p>
      <p className="row">
        <span className="chip">{MODES[transfer.mode]}</span>
        {procedure.mustBePresent && <span className="chip chip-amber">phải có mặt</span>}
        {procedure.signsRegister && <span className="chip chip-amber">ký Sổ hộ tịch</span>}
      </p>
      {!knownLimit(entry) && <Banner tone="red">{NO_LIMIT_TEXT}.</Banner>}
      {procedure.incomplete.length > 0 && (
        <Banner tone="amber">
          <strong>Chưa đủ nguồn:</strong> {procedure.incomplete.map((text) => text.replace(/\.$/, '')).join('; ')}.
        </Banner>
      )}
      <h3>Cần mang theo</h3>
      {procedure.cases.length > 1 && (
        <RadioGroup
          legend="Trường hợp"
          hideLegend
          value={caseId}
          onValue={setCaseId}
          choices={procedure.cases.map((c) => ({ value: c.caseId, label: c.name }))}
        />
      )}
      <ul>
        {checklist.map((i) => (
          <li key={i.itemId}>
            {i.name}
            {i.shownOnly ? (
              <span className="soft"> – xuất trình, trả lại ngay</span>
            ) : (
              <span className="soft">
                {' '}
                –{' '}
                {[
                  i.original > 0 && `${i.original} bản chính`,
                  i.certifiedCopy > 0 && `${i.certifiedCopy} bản sao có chứng thực`,
                  i.plainCopy > 0 && `${i.plainCopy} bản chụp`,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            )}
            {!i.required && <span className="soft"> (nếu có)</span>}
          </li>
        ))}
      </ul>
      <h3>Chi phí</h3>
      <Fees procedure={procedure} />
      <h3>Thời hạn giải quyết</h3>
      {procedure.limits.length === 0 && <p>Chưa có nguồn xác định.</p>}
      <ul>
        {procedure.limits.map((l) => (
          <li key={l.channel}>
            {CHANNELS[l.channel]}: <strong>{limitWords(l.limit)}</strong>
            {l.note && <span className="soft"> – {l.note}</span>}
          </li>
        ))}
      </ul>
      <h3>Cơ quan giải quyết</h3>
      <p>
        {agencyName} <span className="soft">· tiếp nhận theo {transfer.decision}</span>
      </p>
      <div className="row">
        <Button icon="print" busy={guide.busy} onClick={() => void guide.run(undefined).then((a) => a && printPaper(a.paperId))}>
          In phiếu hướng dẫn
        </Button>
      </div>
      {guide.error && <Banner tone="red">{guide.error.message}</Banner>}
    </div>
  );
};
