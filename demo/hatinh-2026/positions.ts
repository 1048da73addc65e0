// Where the communes of Hà Tĩnh lie, to the hundredth of a degree: approximate, for a map, taken from no survey.
// The middle of a commune is not its office.

/** North and east, in degrees. */
export const COMMUNE_POSITIONS: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  'Thành Sen': [18.34, 105.9], 'Trần Phú': [18.38, 105.92], 'Bắc Hồng Lĩnh': [18.55, 105.7], 'Nam Hồng Lĩnh': [18.5, 105.72], 'Hương Sơn': [18.51, 105.43],
  'Sơn Hồng': [18.55, 105.28], 'Sơn Tiến': [18.58, 105.4], 'Sơn Tây': [18.44, 105.33], 'Sơn Giang': [18.53, 105.35], 'Sơn Kim 1': [18.43, 105.21],
  'Sơn Kim 2': [18.37, 105.26], 'Tứ Mỹ': [18.53, 105.52], 'Kim Hoa': [18.45, 105.42], 'Đức Thọ': [18.54, 105.58], 'Đức Minh': [18.58, 105.55],
  'Đức Quang': [18.58, 105.64], 'Đức Thịnh': [18.5, 105.64], 'Đức Đồng': [18.44, 105.6], 'Vũ Quang': [18.34, 105.47], 'Mai Hoa': [18.48, 105.54],
  'Thượng Đức': [18.4, 105.53], 'Nghi Xuân': [18.63, 105.72], 'Đan Hải': [18.73, 105.77], 'Tiên Điền': [18.66, 105.79], 'Cổ Đạm': [18.6, 105.85],
  'Can Lộc': [18.45, 105.77], 'Hồng Lộc': [18.48, 105.84], 'Tùng Lộc': [18.45, 105.82], 'Trường Lưu': [18.45, 105.7], 'Gia Hanh': [18.47, 105.67],
  'Xuân Lộc': [18.38, 105.76], 'Đồng Lộc': [18.39, 105.7], 'Hương Khê': [18.18, 105.7], 'Hà Linh': [18.3, 105.62], 'Hương Bình': [18.24, 105.61],
  'Hương Phố': [18.21, 105.76], 'Hương Xuân': [18.12, 105.67], 'Phúc Trạch': [18.06, 105.78], 'Hương Đô': [18.13, 105.77], 'Thạch Hà': [18.38, 105.86],
  'Lộc Hà': [18.47, 105.9], 'Mai Phụ': [18.43, 105.88], 'Đông Kinh': [18.41, 105.83], 'Việt Xuyên': [18.37, 105.8], 'Thạch Khê': [18.4, 105.97],
  'Đồng Tiến': [18.34, 106.01], 'Thạch Lạc': [18.33, 105.96], 'Toàn Lưu': [18.31, 105.8], 'Hà Huy Tập': [18.31, 105.88], 'Thạch Xuân': [18.27, 105.84],
  'Cẩm Xuyên': [18.25, 106], 'Thiên Cầm': [18.27, 106.09], 'Yên Hòa': [18.31, 106.06], 'Cẩm Bình': [18.29, 105.95], 'Cẩm Hưng': [18.19, 106.03],
  'Cẩm Duệ': [18.2, 105.95], 'Cẩm Trung': [18.21, 106.12], 'Cẩm Lạc': [18.15, 106.12], 'Sông Trí': [18.07, 106.29], 'Kỳ Xuân': [18.21, 106.18],
  'Kỳ Anh': [18.14, 106.22], 'Hải Ninh': [18.12, 106.34], 'Kỳ Văn': [18.04, 106.21], 'Kỳ Khang': [18.14, 106.29], 'Kỳ Hoa': [18.03, 106.28],
  'Vũng Áng': [18.06, 106.38], 'Hoành Sơn': [17.99, 106.45], 'Kỳ Lạc': [17.97, 106.23], 'Kỳ Thượng': [18.01, 106.12],
};

/** Where the departments of the province sit. */
export const PROVINCE_POSITION: readonly [latitude: number, longitude: number] = [18.345, 105.89];
