// The code and the date, big; the paper at the right; the next client one key away.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatMoney } from '#core/kernel/format.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { businessNow } from '../../api/session.ts';
import { Button, Key } from '../../design/button.tsx';
import { DueHero } from '../../design/due-badge.tsx';
import { Banner } from '../../design/frames.tsx';
import { PaperPdf, printPaper } from '../../dossier/paper-pdf.tsx';
import { keepAtHand } from '../../press/own-paper.ts';

const PAPER_NAMES: Readonly<Record<DossierReceivedAnswer['paperKind'], string>> = {
  'intake-receipt': 'giấy tiếp nhận và hẹn trả',
  'posting-slip': 'phiếu gửi hồ sơ',
  'residence-receipt': 'phiếu tiếp nhận và hẹn trả',
  'provisional-slip': 'phiếu tạm',
};

export type ReceivedProps = {
  readonly answer: DossierReceivedAnswer;
  readonly clientName: string;
  readonly procedureName: string;
  /** Refused before and put right: does the paper in the citizen's hand stand? */
  readonly corrected?: 'paper-stands' | 'paper-replaced' | undefined;
  readonly onSame: () => void;
};

export const Received = ({ answer, clientName, procedureName, corrected, onSame }: ReceivedProps) => {
  const navigate = useNavigate();
  useQuery({ queryKey: ['at-hand', answer.paperId], queryFn: () => keepAtHand(answer.paperId), staleTime: Infinity });
  return (
    <div className="receive received">
      <div className="receive-main stack">
        <header className="stack-tight">
          <p className="received-mark">
            ✓ Đã tiếp nhận hồ sơ của <strong>{clientName}</strong>
          </p>
          <h1 className="received-code" tabIndex={-1} ref={(e) => e?.focus()}>
            {answer.code}
          </h1>
          <p className="soft">{procedureName}</p>
        </header>
        {corrected === 'paper-stands' && <Banner tone="info">Giấy đã in vẫn đúng: mã, giờ tiếp nhận và ngày hẹn không đổi, không cần in lại.</Banner>}
        {corrected === 'paper-replaced' && <Banner tone="amber">Nội dung in trên giấy đã thay đổi: in giấy mới, ghi rõ thay giấy trước, đưa người dân và thu lại giấy cũ. Mã hồ sơ giữ nguyên.</Banner>}
        {answer.codeIsProvisional && (
          <Banner tone="amber">Mã tạm: mã chính thức do hệ thống của Bộ cấp và sẽ hiện khi có.</Banner>
        )}
        {answer.due ? (
          <DueHero due={answer.due} now={businessNow()} />
        ) : (
          <Banner>Thời hạn tính từ khi ký biên bản giao nhận với cơ quan giải quyết.</Banner>
        )}
        <dl className="facts">
          <dt>Người tiếp nhận</dt>
          <dd>
            {answer.hands.receiverName}
            {answer.hands.assistantName && <> · hỗ trợ: {answer.hands.assistantName}</>}
          </dd>
          <dt>Đã thu</dt>
          <dd>
            {formatMoney(answer.fees.filter((f) => f.collected).reduce((n, f) => n + f.amount, 0))}
            {answer.totalFee > 0 && <span className="faint"> trên tổng {formatMoney(answer.totalFee)}</span>}
          </dd>
        </dl>
        <div className="row">
          <Button look="main" large hotkey="F10" icon="print" onClick={() => void printPaper(answer.paperId, 'a5')}>
            In {PAPER_NAMES[answer.paperKind]}
          </Button>
          <Button onClick={() => void printPaper(answer.paperId, '80mm')}>In khổ 80 mm</Button>
        </div>
        <div className="row">
          <Button icon="receive" onClick={() => void navigate({ to: '/tiep-nhan' })}>
            Người tiếp theo <Key name="F2" />
          </Button>
          <Button onClick={onSame}>Tiếp nhận thêm cùng thủ tục</Button>
          <Button
            look="plain"
            onClick={() => void navigate({ to: '/ho-so/$dossierId', params: { dossierId: answer.dossierId } })}
          >
            Mở hồ sơ
          </Button>
        </div>
      </div>
      <aside className="receive-paper">
        <PaperPdf paperId={answer.paperId} title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả" size="a5" />
      </aside>
    </div>
  );
};
