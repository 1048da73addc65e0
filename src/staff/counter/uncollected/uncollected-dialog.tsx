import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { useMe } from '../../api/session.ts';
import { useAct } from '../../api/use-act.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { MadePaper } from '../../dossier/made-paper.tsx';
import { type UncollectedRow, stepName } from './uncollected-row.ts';

const INVITATION = 'Giấy mời nhận kết quả';
const RECORD = 'Biên bản giao nhận hồ sơ';

export const UncollectedDialog = ({ row, onClose }: { readonly row: UncollectedRow; readonly onClose: () => void }) => {
  const me = useMe();
  const client = useQueryClient();
  const [paperId, setPaperId] = useState<string>();
  const isInvitation = row.step.kind === 'invite';
  const name = isInvitation ? INVITATION : RECORD;
  const act = useAct(() => ({
    path: `/api/desk/dossiers/${row.dossierId}/${isInvitation ? 'invite-to-collect' : 'send-outcome-back'}`, answer: dossierChanged,
    body: { deskId: me.desk?.deskId, revision: row.revision },
  }), { refresh: [['dossier', row.dossierId], ['find']], onDone: (answer) => setPaperId(answer.paperId) });
  // the list is read anew only now: it would take this dialog with it
  const close = () => {
    onClose();
    void client.invalidateQueries({ queryKey: ['today'] });
  };
  if (paperId !== undefined) return <MadePaper title={isInvitation ? `Đã mời lần ${row.step.round ?? 1} · ${row.code}` : `Đã chuyển hoàn cơ quan · ${row.code}`} name={name} paperId={paperId} onClose={close} />;
  return (
    <ConfirmDialog title={`${stepName(row)} – ${row.code}`} act={isInvitation ? 'Lập giấy mời' : 'Chuyển hoàn cơ quan'} red={!isInvitation} makes={name} busy={act.busy} onClose={close} onConfirm={() => void act.run(undefined)}>
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <p><strong>{row.applicantName}</strong>{row.phone && <> · {row.phone}</>}<br />{row.procedureName}</p>
      {isInvitation
        ? <p>{row.phone ? 'Người dân được nhắn tin; giấy mời in ra để gửi về địa chỉ đã ghi trong hồ sơ.' : 'Hồ sơ không có số điện thoại: in giấy mời và gửi về địa chỉ đã ghi trong hồ sơ.'}</p>
        : <p>Đã mời ngày {row.invitedOn.map(formatDate).join(' và ngày ')} mà chưa có người đến nhận. Kết quả rời quầy kèm biên bản; cơ quan ký nhận lại. Khi người dân liên hệ, cơ quan chuyển trả về quầy lần nữa.</p>}
    </ConfirmDialog>
  );
};
