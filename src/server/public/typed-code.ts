// A code as people type it: blanks, small letters and the dash of a word processor are forgiven.
export const CODE = /^[A-Z0-9][A-Z0-9.-]{5,39}$/;

export const tidyCode = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(/[–—‐]/g, '-').toUpperCase();
