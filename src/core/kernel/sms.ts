// A short message holds 160 letters of the GSM alphabet, but only 70 once a single Vietnamese tone is in it; longer ones
// are cut into parts of 153 and 67. So a message goes out without tones, and the text with them is kept beside it.

const GSM = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const GSM_DOUBLE = new Set('^{}\\[~]|€');

export type SmsSize = { readonly alphabet: 'gsm' | 'unicode'; readonly units: number; readonly parts: number };

const partsOf = (units: number, single: number, each: number): number => (units <= single ? 1 : Math.ceil(units / each));

export const smsSize = (text: string): SmsSize => {
  const letters = [...text];
  if (letters.every((letter) => GSM.has(letter) || GSM_DOUBLE.has(letter))) {
    const units = letters.reduce((sum, letter) => sum + (GSM_DOUBLE.has(letter) ? 2 : 1), 0);
    return { alphabet: 'gsm', units, parts: partsOf(units, 160, 153) };
  }
  return { alphabet: 'unicode', units: text.length, parts: partsOf(text.length, 70, 67) };
};

/** The same words without tones, capitals kept. */
export const withoutTones = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[–—]/g, '-').replace(/[“”]/g, '"').replace(/…/g, '...');
