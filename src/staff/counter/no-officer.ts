// Why nobody can confirm here: nobody is assigned to the desk, or nobody has typed her PIN at this machine yet, where what
// is done is proven on it.
export type NoOfficer = 'at-desk' | 'at-machine' | 'without-line';

const WORDS: Readonly<Record<NoOfficer, string>> = {
  'at-desk': 'Quầy chưa có công chức tiếp nhận được phân công hôm nay, nên chưa thể xác nhận.',
  'at-machine': 'Việc này được xác nhận tại máy này, mà chưa có công chức nào nhập mã PIN tại đây. Bấm F8 để mời công chức nhập mã PIN, rồi làm tiếp; nội dung trên màn hình vẫn còn.',
  'without-line': 'Chưa có công chức nào nhập mã PIN tại máy này lúc có mạng (F8), nên chưa xác nhận được khi mất mạng. Chờ có mạng, hoặc ghi vào sổ giấy dự phòng rồi nhập sau; nội dung trên màn hình vẫn còn.',
};

export const noOfficerWords = (why: NoOfficer): string => WORDS[why];
