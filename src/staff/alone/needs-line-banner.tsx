import { findStandIn } from '../api/stand-in.ts';
import { useOnline } from '../api/use-online.ts';
import { Banner } from '../design/frames.tsx';
import { useStanding } from './counter.ts';
import { STOPPED, stoppedTone } from './standing-words.ts';
import { worksAlone } from './works-alone.ts';

/** Said above the screen, which stays: what is typed there is not taken away. */
export const NeedsLineBanner = ({ path }: { readonly path: string }) => {
  const online = useOnline();
  const standing = useStanding();
  // with the line as without it: what is typed here is kept, and this tab begins anew when somebody presses
  if (standing?.stopped === 'newer-release') return <Banner tone="amber">{STOPPED['newer-release']}</Banner>;
  if (online || !findStandIn()) return null;
  if (standing?.stopped) return <Banner tone={stoppedTone(standing.stopped)}>{STOPPED[standing.stopped]}</Banner>;
  if (worksAlone(path)) return null;
  return <Banner tone="amber">Màn hình này cần có mạng: lúc này chưa xem mới và chưa ghi được. Tiếp nhận, tiếp nhận bổ sung, cấp lại giấy, chứng thực, chuyển hồ sơ, bàn giao túi, nhận và trả kết quả, rút hồ sơ, nhận và trả lại giấy tờ vẫn làm được tại máy này.</Banner>;
};
