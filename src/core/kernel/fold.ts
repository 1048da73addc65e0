// Search never asks for tones: 'Đăng ký khai sinh' and 'dang ky khai sinh' fold to the same text.
// Marks are dropped after decomposition, đ becomes d, runs of blanks become one.

/** Lower case, without tones, đ → d (also the Icelandic ð that some keyboards give), blanks collapsed and trimmed. */
export const foldVietnamese = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/\s+/gu, ' ')
    .trim();

/** Words of a folded text: letters and digits only. */
export const foldedWords = (text: string): readonly string[] =>
  foldVietnamese(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
