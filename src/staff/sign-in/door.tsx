import type { ReactNode } from 'react';
import mark from '../design/mark.svg';
import './sign-in.css';

export const Door = ({ children }: { readonly children: ReactNode }) => (
  <main className="door">
    <div className="door-side">
      <img src={mark} alt="" />
      <h1>Bộ phận Một cửa tại Điểm Bưu điện - Văn hóa xã</h1>
      <p>Tiếp nhận hồ sơ, chuyển cơ quan giải quyết và trả kết quả thủ tục hành chính cho người dân ngay tại xã.</p>
    </div>
    <div className="door-form">{children}</div>
  </main>
);
