// Máy này: what it keeps, whether the browser keeps it, who may open it, and shutting it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../api/session.ts';
import { Button } from '../design/button.tsx';
import { Banner, Panel } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { fetchPressAgain, type Kept, useKept } from '../worker/keep-worker.ts';
import { AdmitDialog } from './admit-dialog.tsx';
import { counterHere } from './counter-here.ts';
import { type CounterStanding, openedCounter } from './counter.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { hasMachineKeys } from './machine-key.ts';
import { askToKeep, inMegabytes } from './storage.ts';

const SHELL: Readonly<Record<Kept['shell'], string>> = { none: 'chưa giữ được; khi mất mạng không mở lại được trang', fetching: 'đang tải về máy', held: 'đã đủ trên máy này' };
const PRESS: Readonly<Record<Kept['press'], string>> = { unknown: 'chờ tải sau màn hình', fetching: 'đang tải về máy (khoảng 10 MB)', held: 'đã đủ trên máy này', failed: 'tải chưa xong; khi mất mạng chưa in được' };

export const MachinePanel = ({ standing }: { readonly standing: CounterStanding }) => {
  const me = useMe();
  const here = counterHere();
  const kept = useKept();
  const [admitting, setAdmitting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const storage = useQuery({ queryKey: ['storage-kept'], queryFn: askToKeep, networkMode: 'always' });
  const own = standing.keepers.find((keeper) => keeper.accountId === me.account.accountId);
  const isKeeper = own !== undefined;
  const keys = useQuery({ queryKey: ['machine-keys'], queryFn: hasMachineKeys, networkMode: 'always' });
  const addKey = async (): Promise<void> => {
    const isMade = await openedCounter().addMachineKey(me);
    toast(isMade ? 'Từ nay ông/bà mở kho bằng khóa của máy; câu mật khẩu vẫn dùng được.' : 'Chưa đặt được khóa của máy. Câu mật khẩu vẫn mở được kho.', isMade ? undefined : 'red');
  };
  return (
    <Panel
      title={here?.name}
      acts={standing.vault === 'open' && <>{!isKeeper && <Button onClick={() => setAdmitting(true)}>Đặt câu mật khẩu của tôi</Button>}{isKeeper && keys.data === true && <Button onClick={() => void addKey()}>{own.byPrf ? 'Đặt lại khóa của máy' : 'Mở kho bằng khóa của máy'}</Button>}<Button onClick={() => openedCounter().close()}>Khóa kho</Button><Button look="plain" onClick={() => setLeaving(true)}>Trả máy</Button></>}
    >
      <div className="stack-tight">
      {storage.data?.kept === false && <Banner tone="amber">Trình duyệt chưa bảo đảm giữ dữ liệu lâu dài: khi ổ đĩa gần đầy nó có thể tự xóa. Cài ứng dụng “Một cửa” lên máy (biểu tượng ở thanh địa chỉ) rồi mở lại, hoặc lưu việc chưa gửi ra tệp.</Banner>}
      <dl className="facts">
        <dt>Quầy</dt><dd>{here?.deskName}</dd>
        <dt>Người mở kho</dt><dd>{standing.keepers.map((keeper) => (keeper.byPrf ? `${keeper.fullName} (bằng khóa của máy)` : keeper.fullName)).join(', ')}</dd>
        <dt>Màn hình làm việc</dt><dd>{SHELL[kept.shell]}</dd>
        <dt>In giấy khi mất mạng</dt><dd>{PRESS[kept.press]}{kept.press === 'failed' && <> <Button look="plain" onClick={() => void fetchPressAgain()}>Tải lại</Button></>}</dd>
        <dt>Giữ dữ liệu lâu dài</dt><dd>{storage.data === undefined ? 'đang hỏi trình duyệt' : storage.data.kept ? 'trình duyệt bảo đảm giữ' : 'trình duyệt chưa bảo đảm'}{storage.data && <span className="faint"> · đang dùng {inMegabytes(storage.data.usedBytes)} trong {inMegabytes(storage.data.quotaBytes)}</span>}</dd>
      </dl>
      </div>
      {leaving && <LeaveDialog standing={standing} onClose={() => setLeaving(false)} />}
      {admitting && <AdmitDialog onClose={() => setAdmitting(false)} />}
    </Panel>
  );
};
