// Sent, and no answer came: whether the dossier is there is not known. The same again makes sure; a counter that works
// by itself may issue the paper here, under the same key.
import { findStandIn } from '../../api/stand-in.ts';
import { Button } from '../../design/button.tsx';
import { Banner } from '../../design/frames.tsx';

export const UnansweredBanner = ({ ready, onRun }: { readonly ready: boolean; readonly onRun: (by: 'server' | 'counter') => void }) => {
  const alone = findStandIn() !== undefined;
  return (
    <Banner
      tone="red"
      acts={
        <>
          <Button look={alone ? 'normal' : 'main'} disabled={!ready} onClick={() => onRun('server')}>{alone ? 'Hỏi lại máy chủ' : 'Gửi lại'}</Button>
          {alone && <Button look="main" disabled={!ready} onClick={() => onRun('counter')}>Cấp giấy hẹn tại máy này</Button>}
        </>
      }
    >
      {alone
        ? 'Chưa rõ máy chủ đã nhận chưa. Người dân đang chờ thì cấp giấy hẹn tại máy này: có mạng lại, máy chủ nhận đúng một hồ sơ, và mã đã in vẫn dùng được.'
        : 'Đã gửi nhưng chưa nhận được trả lời. Bấm “Gửi lại” để biết chắc; hồ sơ không bị ghi hai lần. Trước đó chưa sửa được nội dung.'}
      {!ready && <strong> Công chức nhập mã PIN ở mục “Xác nhận” trước.</strong>}
    </Banner>
  );
};
