import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { Panel } from '../design/frames.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';

/** On a machine that is no counter yet: what enrolling gives, and the way to it. */
export const EnrolPanel = () => {
  const [asking, setAsking] = useState(false);
  return (
    <Panel title="Máy này chưa được đăng ký" foot={<Button look="main" onClick={() => setAsking(true)}>Đăng ký máy này</Button>}>
      <div className="stack-tight">
        <p>Máy đã đăng ký làm việc được cả ngày khi mất mạng: tìm thủ tục, tiếp nhận và in giấy hẹn với mã chính thức, thu phí, chuyển hồ sơ, trả kết quả. Có mạng lại thì mọi việc được gửi đi, không mất, không trùng.</p>
        <p className="soft">Cần mã đăng ký do quản trị hệ thống cấp cho quầy. Chỉ đăng ký máy của quầy, có mã hóa ổ đĩa.</p>
      </div>
      {asking && <EnrolDialog onClose={() => setAsking(false)} onEnrolled={() => setAsking(false)} />}
    </Panel>
  );
};
