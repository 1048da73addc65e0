// Of a machine that is gone: what it held and nobody will print any more is written down as left out, for good.
import { formatInteger } from '#core/kernel/format.ts';
import { closeDeviceNumbersAnswer } from '#wire/offline.wire.ts';
import { useAct } from '../../api/use-act.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { DeviceView } from './device-words.ts';
import { DEVICES } from './use-devices.ts';

export const CloseNumbersDialog = ({ device, onClose }: { readonly device: DeviceView; readonly onClose: () => void }) => {
  const close = useAct((body: object) => ({ path: `/api/admin/devices/${device.deviceId}/close-numbers`, body, answer: closeDeviceNumbersAnswer }), {
    refresh: [DEVICES],
    onDone: ({ unused }) => { onClose(); toast(`Đã ghi ${formatInteger(unused)} số của máy “${device.name}” là số bỏ trống.`); },
  });
  const waits = device.openCases > 0;
  return (
    <ConfirmDialog act="Chốt số" title={`Chốt số của máy “${device.name}” của ${device.deskName}`} red busy={close.busy} disabled={waits} onConfirm={() => void close.run({})} onClose={onClose}>
      {close.error && <Banner tone="red">{close.error.message}</Banner>}
      {waits && <Banner tone="amber">Máy này còn {formatInteger(device.openCases)} việc chờ xem xét; việc nào ghi nhận thì số của việc đó không bỏ trống. Xem xét xong rồi mới chốt.</Banner>}
      <p>{formatInteger(device.numbersHeld)} số máy mang theo mà không việc nào dùng được ghi vào sổ là số bỏ trống, với lý do mất cùng máy. Sổ liền mạch lại; các số này không cấp cho ai nữa.</p>
      <p className="soft">Chỉ chốt khi không còn mong máy gửi thêm việc nào. Ghi rồi không bỏ được; việc gửi sau đó vẫn được giữ để xem xét.</p>
    </ConfirmDialog>
  );
};
