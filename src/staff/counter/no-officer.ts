// Why nobody can confirm here: with the line nobody is assigned; without it, nobody has typed her PIN at this machine yet.
export const noOfficerWords = (isOnline: boolean): string => (isOnline
  ? 'Quầy chưa có công chức tiếp nhận được phân công hôm nay, nên chưa thể xác nhận.'
  : 'Chưa có công chức nào nhập mã PIN tại máy này lúc có mạng (F8), nên chưa xác nhận được khi mất mạng. Chờ có mạng, hoặc ghi vào sổ giấy dự phòng rồi nhập sau; nội dung trên màn hình vẫn còn.');
