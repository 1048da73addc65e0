// What people come for: two thirds certification, then civil status, residence, the rest (practice: estimates).
export type Share = readonly [procedureCode: string, weight: number];

export const MIX_2026: readonly Share[] = [
  ['2.000815', 580], ['2.000884', 50], ['2.001035', 25], ['2.001406', 6], ['2.001016', 3], ['2.000908', 3],
  ['2.000635', 42], ['1.001193', 38], ['1.004873', 28], ['1.000656', 17], ['1.000894', 14], ['1.004859', 10],
  ['1.004884', 7], ['1.001022', 2], ['1.000689', 2], ['1.004837', 1], ['1.004772', 1], ['1.004746', 1], ['1.005461', 1],
  ['1.004194', 30], ['1.004222', 26], ['1.010038', 5],
  ['1.014027', 20], ['1.001776', 16], ['1.001699', 6], ['1.011607', 8],
  ['1.001612', 22], ['1.013225', 13], ['1.013978', 14], ['1.012812', 3], ['1.002759', 11], ['2.000986', 4],
];

export const MIX_2019: readonly Share[] = [
  ['2.000815', 30], ['2.000635', 8], ['1.001193', 8], ['1.004873', 6], ['1.000656', 4], ['1.004859', 4], ['1.004884', 3],
  ['1.004194', 4], ['1.004222', 5], ['1.001776', 6], ['1.001699', 3],
  ['1.001612', 7], ['9.000001', 6], ['2.000488', 9], ['9.000002', 4], ['9.000003', 3],
];

/** Visitors of an ordinary day, and how many of a hundred come in each hour from 07:30. */
export const VISITORS_2026: Readonly<Record<string, number>> = {
  'ky-xuan': 34, 'ky-anh': 27, 'thanh-sen': 34, 'song-tri': 19, 'cam-xuyen': 17, 'huong-khe': 14, 'vu-quang': 8, 'nghi-xuan': 14, 'duc-tho': 12, 'loc-ha': 10,
};
export const VISITORS_2019: Readonly<Record<string, number>> = { 'ky-phong': 7 };

/** Minutes after midnight with the share of visitors that come from then on for half an hour. */
export const ARRIVALS: readonly (readonly [number, number])[] = [
  [450, 8], [480, 14], [510, 14], [540, 12], [570, 9], [600, 7], [630, 4], [660, 2],
  [810, 6], [840, 8], [870, 6], [900, 5], [930, 3], [960, 2],
];

export const CERTIFIED_PAPERS = [
  'Thẻ căn cước', 'Giấy khai sinh', 'Bằng tốt nghiệp trung học phổ thông', 'Học bạ trung học phổ thông', 'Bằng đại học',
  'Giấy chứng nhận quyền sử dụng đất', 'Giấy phép lái xe', 'Giấy chứng nhận kết hôn', 'Giấy xác nhận thông tin về cư trú', 'Hợp đồng lao động',
] as const;
export const CERTIFIED_PAPERS_2019 = [
  'Giấy chứng minh nhân dân', 'Sổ hộ khẩu', 'Giấy khai sinh', 'Bằng tốt nghiệp trung học phổ thông', 'Học bạ trung học phổ thông',
  'Giấy chứng nhận quyền sử dụng đất', 'Giấy phép lái xe', 'Giấy chứng nhận kết hôn',
] as const;

/** The symbol in an outcome's number, by the end of the agency's name and the kind of paper. */
export const symbolOf = (outcomeId: string, agencyUnitId: string): string => {
  const body = agencyUnitId.startsWith('cong-an') ? 'CA' : agencyUnitId.startsWith('bhxh') ? 'BHXH' : agencyUnitId === 'so-tu-phap' ? 'STP' : agencyUnitId === 'so-lao-dong' ? 'SLĐTBXH' : 'UBND';
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/decision/, 'QĐ'], [/permit/, 'GPXD'], [/birth/, 'GKS'], [/marriage/, 'GCNKH'], [/extract|death|correction|recognition|guardianship/, 'TLHT'],
    [/marital|disability|confirmation/, 'GXN'], [/notice|update|household-book|temporary/, 'TB'], [/record/, 'LLTP'], [/minutes/, 'BB'], [/certified/, 'CT'],
  ];
  return `${kinds.find(([pattern]) => pattern.test(outcomeId))?.[1] ?? 'GCN'}-${body}`;
};
