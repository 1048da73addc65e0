// Names of people who do not exist: real family names, given names of plants, birds, crops and tools.
// Anyone who reads them knows that they are a demo's.
export const FAMILY_NAMES = ['Nguyễn', 'Trần', 'Lê', 'Phan', 'Võ', 'Hồ', 'Đặng', 'Phạm', 'Hoàng', 'Bùi', 'Trương', 'Dương', 'Đinh', 'Hà'] as const;
export const MIDDLE_NAMES_MALE = ['Văn', 'Đình', 'Hữu', 'Xuân', 'Quốc', 'Trọng', 'Đức', 'Công'] as const;
export const MIDDLE_NAMES_FEMALE = ['Thị', 'Thị Ngọc', 'Thị Thu', 'Thị Mỹ', 'Thị Kim'] as const;
export const GIVEN_NAMES_MALE = ['Lúa', 'Ngô', 'Khoai', 'Sắn', 'Tre', 'Trúc', 'Tùng', 'Bách', 'Lim', 'Gụ', 'Đước', 'Cau', 'Bưởi', 'Ổi', 'Mít', 'Chuối', 'Cuốc', 'Cày', 'Bừa', 'Thuyền', 'Chèo', 'Buồm', 'Sáo', 'Khướu', 'Ưng', 'Hạc', 'Rạng', 'Suối', 'Đèo', 'Ngàn'] as const;
export const GIVEN_NAMES_FEMALE = ['Sen', 'Súng', 'Cúc', 'Mai', 'Đào', 'Lựu', 'Mận', 'Na', 'Quýt', 'Chanh', 'Trầu', 'Nhài', 'Huệ', 'Lài', 'Sim', 'Mua', 'Ngải', 'Gừng', 'Nghệ', 'Riềng', 'Én', 'Yến', 'Oanh', 'Vạc', 'Sương', 'Mây', 'Trăng', 'Nón', 'Tơ', 'Lụa'] as const;
export const HAMLETS = ['thôn Trầu Cau', 'thôn Bến Đò', 'thôn Đồng Mẫu', 'thôn Cồn Tre', 'thôn Rú Sim', 'thôn Lúa Vàng', 'thôn Giếng Đá', 'thôn Cầu Ngói'] as const;
