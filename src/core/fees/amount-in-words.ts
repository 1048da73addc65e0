// Đồng in words, as receipts ask for: nghìn (not ngàn), linh (not lẻ), mốt after mươi, lăm after mươi and
// mười, tư after mươi. Every group of three after the first says its hundreds ('không trăm').
// @law TT 303/2016/TT-BTC Đ.3 (biên lai: số tiền bằng số và bằng chữ)

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const GROUPS = ['', 'nghìn', 'triệu'] as const;

const tensAndUnits = (tens: number, units: number): readonly string[] => {
  if (tens === 0) return units === 0 ? [] : ['linh', DIGITS[units] ?? ''];
  const head = tens === 1 ? ['mười'] : [DIGITS[tens] ?? '', 'mươi'];
  if (units === 0) return head;
  if (units === 5) return [...head, 'lăm'];
  if (tens > 1 && units === 1) return [...head, 'mốt'];
  if (tens > 1 && units === 4) return [...head, 'tư'];
  return [...head, DIGITS[units] ?? ''];
};

const group = (value: number, isFirst: boolean): readonly string[] => {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const units = value % 10;
  if (isFirst && hundreds === 0) {
    return tens === 0 ? [DIGITS[units] ?? ''] : tensAndUnits(tens, units);
  }
  return [DIGITS[hundreds] ?? '', 'trăm', ...tensAndUnits(tens, units)];
};

/** Below a milliard: groups of million, thousand and one. */
const belowMilliard = (value: number, isFirst: boolean): readonly string[] => {
  const words: string[] = [];
  let first = isFirst;
  for (const power of [2, 1, 0] as const) {
    const part = Math.floor(value / 1000 ** power) % 1000;
    if (part === 0) continue;
    words.push(...group(part, first), GROUPS[power]);
    first = false;
  }
  return words;
};

export const numberInWords = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole amount: ${value}`);
  if (value === 0) return 'không';
  if (value < 0) return `âm ${numberInWords(-value)}`;
  const milliards = Math.floor(value / 1e9);
  const rest = value % 1e9;
  const words = [
    ...(milliards > 0 ? [numberInWords(milliards), 'tỷ'] : []),
    ...(rest > 0 ? belowMilliard(rest, milliards === 0) : []),
  ];
  return words.filter((word) => word !== '').join(' ');
};

/** 'Mười bốn nghìn đồng'. */
export const amountInWords = (amount: number): string =>
  `${numberInWords(amount)} đồng`.replace(/^./u, (letter) => letter.toUpperCase());
