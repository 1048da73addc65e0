// Whether a courier's round is kept on this phone: known at once, before anything is opened or asked.
const KEY = 'motcua.phone';

export type PhoneHere = { readonly world: string; readonly accountId: string };

export const phoneHere = (): PhoneHere | undefined => {
  const kept = localStorage.getItem(KEY);
  return kept === null ? undefined : (JSON.parse(kept) as PhoneHere);
};
export const keepPhoneHere = (here: PhoneHere): void => localStorage.setItem(KEY, JSON.stringify(here));
export const dropPhoneHere = (): void => localStorage.removeItem(KEY);
