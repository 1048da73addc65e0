import { formatMoment, formatMoney } from '#core/kernel/format.ts';
import type { CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/frames.tsx';
import { printPaper } from '../../dossier/paper-pdf.tsx';

/** The numbers to write on the copies, one per kind of paper. */
export const Certified = ({ answer, next, onNext }: { readonly answer: CopiesCertifiedAnswer; readonly next: string; readonly onNext: () => void }) => (
  <Panel
    title={
      <>
        ✓ Đã chứng thực · <span className="code">{answer.code}</span>
      </>
    }
    acts={
      <Button look="main" hotkey="F9" onClick={onNext} autoFocus>
        {next}
      </Button>
    }
  >
    <div className="stack">
      {answer.due && <p className="received-code">Hẹn trả: {formatMoment(answer.due.due)}</p>}
      <ol className="certified">
        {answer.lines.map((l, i) => (
          <li key={i}>
            <strong>{l.number === undefined ? 'số cấp khi chứng thực' : `Số ${l.number}`}</strong>
            {l.book && <span className="soft"> quyển {l.book}</span>}
            <span>
              {l.paperName}: {l.copies} bản × {l.pages} trang
            </span>
            <span className="number">{formatMoney(l.fee)}</span>
          </li>
        ))}
      </ol>
      <p>
        Tổng thu: <strong>{formatMoney(answer.totalFee)}</strong>
      </p>
      {answer.paperId && (
        <div className="row">
          <Button icon="print" onClick={() => void printPaper(answer.paperId ?? '')}>
            In giấy hẹn
          </Button>
        </div>
      )}
    </div>
  </Panel>
);
