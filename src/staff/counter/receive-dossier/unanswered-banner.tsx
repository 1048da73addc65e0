// Sent, and no answer came: whether the dossier is there is not known. The same again makes sure; a counter that works
// by itself may issue the paper here, under the same key. Whoever stands behind does not wait for it.
import { findStandIn } from '../../api/stand-in.ts';
import { Button } from '../../design/button.tsx';
import { Banner } from '../../design/frames.tsx';

type OnNext = { readonly onNext: () => void };

const NextClient = ({ onNext }: OnNext) => <Button onClick={onNext}>Lưu tạm, tiếp người mới</Button>;

export const AskingBanner = ({ onNext }: OnNext) => (
  <Banner tone="amber" acts={<NextClient onNext={onNext} />}>
    Chưa rõ máy chủ đã nhận hồ sơ chưa. Đang hỏi lại; hồ sơ không bị ghi hai lần.
  </Banner>
);

export const UnansweredBanner = ({ ready, onRun, onNext }: OnNext & { readonly ready: boolean; readonly onRun: (by: 'server' | 'counter') => void }) => {
  const alone = findStandIn() !== undefined;
  return (
    <Banner
      tone="red"
      acts={
        <>
          <Button look={alone ? 'normal' : 'main'} onClick={() => onRun('server')}>{alone ? 'Hỏi lại máy chủ' : 'Gửi lại'}</Button>
          {alone && <Button look="main" onClick={() => onRun('counter')}>Cấp giấy hẹn tại máy này</Button>}
          <NextClient onNext={onNext} />
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
