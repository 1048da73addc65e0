// Dates are typed as on paper: 18112019, 18/11/2019 or 18.11.19 all mean 18/11/2019; a birth date may be a year only.
const pad = (n: number) => String(n).padStart(2, '0');
const daysIn = (y: number, m: number) =>
  [31, (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0;

export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly iso: string; readonly shown: string }
  | { readonly kind: 'year'; readonly shown: string }
  | { readonly kind: 'wrong'; readonly text: string };

export const parseTypedDate = (typed: string): TypedDate => {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (/^\d{4}$/.test(text)) return { kind: 'year', shown: text };
  const compact = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  const parts = compact ?? /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})$/.exec(text);
  if (!parts) return { kind: 'wrong', text: 'Nhập ngày dạng 18/11/2019.' };
  const [d, m] = [Number(parts[1]), Number(parts[2])];
  const written = Number(parts[3]);
  const y = written >= 100 ? written : written > 30 ? 1900 + written : 2000 + written;
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return { kind: 'wrong', text: `Ngày ${text} không có trong lịch.` };
  return { kind: 'date', iso: `${y}-${pad(m)}-${pad(d)}`, shown: `${pad(d)}/${pad(m)}/${y}` };
};

/** '2019-11-18' → '18/11/2019'; a year or anything as written stays. */
export const showDate = (written: string): string => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(written);
  return iso ? `${iso[3]}/${iso[2]}/${iso[1]}` : written;
};
