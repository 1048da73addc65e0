// The machine is given back: what it held returns, and it is an ordinary machine again.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '#core/kernel/format.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/choices.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Banner } from '../design/frames.tsx';
import { useOnline } from '../api/use-online.ts';
import { type CounterStanding, openedCounter } from './counter.ts';
import { notYet } from './leave-words.ts';
import { useDoneHere } from './use-done-here.ts';

export const LeaveDialog = ({ standing, onClose }: { readonly standing: CounterStanding; readonly onClose: () => void }) => {
  const { busy, fault, say, run } = useDoneHere(onClose);
  const [given, setGiven] = useState(false);
  const against = notYet(standing, useOnline());
  const drafts = useQuery({ queryKey: ['drafts-left'], queryFn: () => openedCounter().draftsLeft(), networkMode: 'always' });
  const left = drafts.data ?? 0;
  const submit = (): void => {
    if (left > 0 && !given) say('Còn việc làm dở trên máy này: làm xong, hoặc đánh dấu đồng ý bỏ.');
    else void run(() => openedCounter().leave());
  };
  return (
    <Dialog
      title="Trả máy, thôi dùng làm máy quầy" onClose={onClose} locked={busy} onSubmit={submit}
      foot={<><Button onClick={onClose} disabled={busy}>Quay lại</Button><Button type="submit" look="red" busy={busy} disabled={!drafts.isSuccess || (against !== undefined && !busy)}>Trả máy</Button></>}
    >
      {fault ? <Banner tone="red">{fault}</Banner> : against && !busy && <Banner tone="amber">{against}</Banner>}
      <p>Số giữ trước mà chưa dùng thì được trả lại và ghi vào sổ là số bỏ trống; kho dữ liệu trên máy này bị xóa. Việc đã gửi vẫn ở máy chủ.</p>
      <p className="soft">Muốn dùng lại máy này khi mất mạng, quản trị hệ thống cấp mã đăng ký mới.</p>
      {left > 0 && <Check checked={given} onChecked={setGiven}>Bỏ {formatInteger(left)} hồ sơ, danh sách, túi đang làm dở trên máy này</Check>}
    </Dialog>
  );
};
