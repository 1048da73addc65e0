// What stands against beginning this tab anew: what lies in it alone, and what is being written.
import { isTypedKept, isTypedLoose } from '../kept/drawer-state.ts';
import { isFileInHand } from '../kept/in-hand.ts';

export const againstUpdate = async (): Promise<string | undefined> => {
  if (isFileInHand()) return 'Chưa cập nhật: máy đang thu nhỏ bản quét vừa thêm. Chờ xong rồi bấm lại.';
  if (isTypedLoose()) return 'Mở kho trước khi cập nhật, để hồ sơ đang nhập được lưu.';
  return (await isTypedKept()) ? undefined : 'Chưa cập nhật: máy chưa lưu được hồ sơ đang nhập (ổ đĩa đầy?). Xóa bớt tệp khác trên máy, sửa một ô rồi bấm lại.';
};
