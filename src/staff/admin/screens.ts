// Screens of those who look after the work of others; the first one a role has is its home.
import type { Role } from '#core/organisation/organisation.ts';
import type { Me } from '#wire/session.wire.ts';
import type { ScreenEntry } from '../shell/screens.ts';

const forRoles = (...roles: readonly Role[]) => (me: Me): boolean => me.roles.some((role) => roles.includes(role));

export const adminScreens: readonly ScreenEntry[] = [
  { path: '/quan-tri/danh-muc', label: 'Danh mục', icon: 'list', also: 'danh mục thủ tục còn chờ bổ sung, thời hạn, phí, lệ phí', inRail: true, for: forRoles('administrator') },
  { path: '/quan-tri/tai-khoan', label: 'Tài khoản', icon: 'people', also: 'tài khoản và phân công, vai trò, hệ thống khác, mã truy cập, EPCIS', inRail: true, for: forRoles('administrator') },
  { path: '/quan-tri/so-chuyen-giao', label: 'Sổ chuyển giao', icon: 'send', also: 'thủ tục nào tiếp nhận ở điểm nào, quyết định, ủy quyền', inRail: true, for: forRoles('administrator', 'steering-committee', 'post-supervisor') },
  { path: '/quan-tri/lich', label: 'Lịch', icon: 'today', also: 'lịch làm việc, ngày nghỉ, làm bù, giờ làm việc, tính lại ngày hẹn trả', inRail: true, for: forRoles('administrator') },
  { path: '/quan-tri/bieu-mau', label: 'Biểu mẫu', icon: 'paper', also: 'mẫu giấy tờ, thông tư, ngày áp dụng mẫu', inRail: true, for: forRoles('administrator') },
  { path: '/quan-tri/nhac-han', label: 'Nhắc hạn', icon: 'warning', also: 'thời gian nhắc hạn, cảnh báo', inRail: true, for: forRoles('administrator') },
  { path: '/quan-tri/may-quay', label: 'Máy ở quầy', icon: 'offline', also: 'đăng ký máy, thu hồi máy, mất mạng, ngoại tuyến, việc cần xem', inRail: true, for: forRoles('administrator') },
  { path: '/quan-tri/chuyen-phat', label: 'Chuyển phát', icon: 'truck', also: 'đơn vị chuyển phát, VNPost, Viettel Post, bưu tá, mã trạng thái, số hiệu bưu gửi', inRail: true, for: forRoles('administrator') },
  { path: '/quan-tri/quy-tac-buu-chinh', label: 'Quy tắc bưu chính', icon: 'envelope', also: 'thời gian toàn trình, bồi thường, thời hạn khiếu nại', inRail: true, for: forRoles('administrator') },
  { path: '/quan-tri/nhat-ky', label: 'Nhật ký', icon: 'clock', also: 'chuỗi nhật ký, điểm chốt', inRail: true, for: forRoles('administrator') },
];
