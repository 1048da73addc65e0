// Who gets a shipment: a telephone the courier can call, and an address that says more than the commune's name.
// @law QĐ 45/2016/QĐ-TTg Đ.10; TT 17/2017/TT-BTTTT Đ.5.2
import { foldedWords, foldVietnamese } from '../kernel/fold.ts';
import type { Person } from '../people/person.ts';
import { readPhone } from '../people/phone.ts';

export type ShipmentReceiver = { readonly name: string; readonly phone: string; readonly address: string; readonly place: string };

const plain = (text: string): string => foldedWords(text).join(' ');

/** The place of the carrier's list that the address names; of two the longer one. */
export const placeInAddress = (address: string, places: readonly string[]): string | undefined => {
  const within = ` ${plain(address)} `;
  return places.filter((place) => within.includes(` ${plain(place)} `)).toSorted((a, b) => b.length - a.length)[0];
};

export type ReceiverField = 'phone' | 'address';

export const receiverErrors = ({ phone, address, place }: ShipmentReceiver): readonly ReceiverField[] => [
  ...(readPhone(phone).kind === 'invalid' ? (['phone'] as const) : []),
  // nobody is found in "xã Kỳ Bắc"
  ...(plain(address) === plain(place) ? (['address'] as const) : []),
];

/** Two dossiers go into one shipment only where the same person gets them. */
export const receiverKey = ({ fullName, identity }: Pick<Person, 'fullName' | 'identity'>): string =>
  (identity.number === '' ? foldVietnamese(fullName) : identity.number);
