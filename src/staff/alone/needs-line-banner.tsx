import { findStandIn } from '../api/stand-in.ts';
import { Banner } from '../design/frames.tsx';
import { useOnline } from '../api/use-online.ts';
import { worksAlone } from './works-alone.ts';

/** Said above the screen, which stays: what is typed there is not taken away. */
export const NeedsLineBanner = ({ path }: { readonly path: string }) => {
  const online = useOnline();
  if (online || !findStandIn() || worksAlone(path)) return null;
  return <Banner tone="amber">Màn hình này cần có mạng: lúc này chưa xem mới và chưa ghi được. Tiếp nhận, chứng thực, chuyển hồ sơ và trả kết quả vẫn làm được tại máy này.</Banner>;
};
