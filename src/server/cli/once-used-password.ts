import { randomInt } from 'node:crypto';

/** No letters that are read wrongly from a slip of paper; about 71 bits. */
const LETTERS = 'abcdefghkmnpqrstuvwxyz23456789';

/** Used once: its owner chooses another at the first sign-in. */
export const onceUsedPassword = (): string =>
  Array.from({ length: 15 }, (_, index) => (index % 5 === 4 ? '-' : LETTERS[randomInt(LETTERS.length)])).join('').slice(0, 14);
