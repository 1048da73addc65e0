import type { ReceptionRefused } from '#core/dossier/assess-reception.ts';
import type { ReactNode } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { ReceptionMode } from '#core/organisation/organisation.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import { useMe } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Banner } from '../../design/frames.tsx';
import { ConfirmationFields, type ConfirmationState } from '../confirmation.tsx';
import { RETURN_LABELS } from './return-section.tsx';
import { draftTotals } from './fees-section.tsx';
import { clientOf, type ReceiveDraft, type SectionId } from './draft.ts';
import { papersHere } from './draft-command.ts';

export type ConfirmSectionProps = {
  readonly draft: ReceiveDraft;
  readonly procedure: ProcedureVersion;
  readonly mode: ReceptionMode;
  readonly agencyName: string;
  readonly refusal: ReceptionRefused | undefined;
  readonly firstOpen: SectionId | undefined;
  /** Scans that are not kept for good yet. */
  readonly waiting: number;
  readonly confirmation: ConfirmationState;
  readonly pinError: string | undefined;
  readonly onGoTo: (section: SectionId) => void;
  /** Two papers write one person differently: the name of the procedure that puts it right, '' where none is received here. */
  readonly namesDiffer: string | undefined;
  /** What seldom happens: paper booklet, fingerprint. */
  readonly everyday: ReactNode;
};

const MODE_WORDS: Readonly<Record<ReceptionMode, string>> = {
  support: 'Bưu điện hỗ trợ, công chức tiếp nhận',
  delegated: 'Bưu điện tiếp nhận theo ủy quyền',
  'postal-service': 'Dịch vụ bưu chính công ích',
};

export const ConfirmSection = ({
  draft,
  procedure,
  mode,
  agencyName,
  refusal,
  firstOpen,
  waiting,
  confirmation,
  pinError,
  onGoTo,
  everyday,
  namesDiffer,
}: ConfirmSectionProps) => {
  const me = useMe();
  const papers = papersHere(draft, procedure);
  return (
    <>
      {(refusal ?? firstOpen) && (
        <Banner tone="amber" acts={firstOpen && firstOpen !== 'confirm' && <Button onClick={() => onGoTo(firstOpen)}>Đến chỗ cần sửa</Button>}>
          {refusal ? deskRefusalText(refusal).detail : 'Còn mục chưa ghi đủ.'}
        </Banner>
      )}
      {waiting > 0 && <Banner tone="amber">Còn {waiting} bản quét đang thu nhỏ hoặc đang gửi; chờ xong rồi xác nhận.</Banner>}
      {namesDiffer !== undefined && (
        <Banner tone="amber">
          Giấy tờ ghi họ tên hoặc ngày sinh của cùng một người khác nhau. Giữ nguyên như từng giấy tờ; công chức quyết định có
          tiếp nhận hay không.
          {namesDiffer !== '' && <> Cần sửa giấy tờ thì hướng dẫn thủ tục “{namesDiffer}”.</>}
        </Banner>
      )}
      <dl className="facts">
        <dt>Người nộp</dt>
        <dd>
          <strong>{clientOf(draft)}</strong>
          {draft.ownerDiffers && (
            <>
              {' '}
              · chủ hồ sơ <strong>{draft.dossierOwner.fullName}</strong>
            </>
          )}
        </dd>
        <dt>Giấy tờ</dt>
        <dd>
          {papers.kinds} loại, {papers.kept} bản giữ lại
        </dd>
        <dt>Thu tại quầy</dt>
        <dd>
          {formatMoney(draftTotals(draft, procedure).total)}
          {draft.byPost && <span className="faint"> · cước {formatMoney(Number(draft.posting.postage))}</span>}
        </dd>
        <dt>Trả kết quả</dt>
        <dd>{RETURN_LABELS[draft.returnWish.kind]}</dd>
        <dt>Cơ quan giải quyết</dt>
        <dd>{agencyName}</dd>
        <dt>Cách tiếp nhận</dt>
        <dd>{MODE_WORDS[mode]}</dd>
      </dl>
      {everyday}
      <ConfirmationFields me={me} state={confirmation} error={pinError} />
    </>
  );
};
