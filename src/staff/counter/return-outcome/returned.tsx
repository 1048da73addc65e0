import type { DossierView } from '#wire/dossier-view.wire.ts';
import { Panel } from '../../design/frames.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { IDENTITY_LABELS } from '../../words/person-words.ts';
import { signingWords } from '../../words/signing-words.ts';

const RELATIONS = { self: 'chính người nộp hoặc chủ hồ sơ', family: 'người thân', authorised: 'người được ủy quyền' } as const;

/** After the act the boxes are gone: only what is written in the register stands here. */
export const Returned = ({ view }: { readonly view: DossierView }) => {
  const done = view.returned;
  if (!done) return null;
  return (
    <Panel title="✓ Đã trả kết quả">
      <dl className="facts">
        <dt>Người nhận</dt>
        <dd>
          <strong>{done.receiver.fullName}</strong> · {RELATIONS[done.receiver.relation]}
        </dd>
        <dt>{IDENTITY_LABELS[done.receiver.identity.kind]}</dt>
        <dd>{done.receiver.identity.number}</dd>
        <dt>Lúc</dt>
        <dd>
          {fullMoment(done.at)} · {done.byName}
          {done.assistantName && <> · hỗ trợ: {done.assistantName}</>}
        </dd>
        <dt>Giấy hẹn</dt>
        <dd>{done.receiptShown ? 'đã thu lại' : `mất: ${done.lostReceiptNote ?? ''}`}</dd>
        {done.recalledPapers.length > 0 && (
          <>
            <dt>Đã thu hồi</dt>
            <dd>{done.recalledPapers.map((p) => p.name).join('; ')}</dd>
          </>
        )}
        <dt>Bản chính</dt>
        <dd>{done.originalsReturned ? 'đã trả lại' : 'không có hoặc chưa trả'}</dd>
        <dt>Ký nhận</dt>
        <dd>{signingWords(done.signing) ?? (done.signature ? 'trên màn hình' : 'trên giấy, sổ')}</dd>
      </dl>
    </Panel>
  );
};
