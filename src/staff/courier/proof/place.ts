// Where the phone says it is: a help when somebody asks later, never a condition.
import type { z } from 'zod';
import type { gpsPlace } from '#wire/courier-parts.wire.ts';

export type Place = z.output<typeof gpsPlace>;
export type PlaceAsked =
  | { readonly kind: 'found'; readonly place: Place }
  | { readonly kind: 'denied' | 'unknown' };

const PATIENCE = 15_000;
/** Where she stood two minutes ago is still this door. */
const FRESH = 120_000;
const MOST_METRES = 100_000;

export const askPlace = (): Promise<PlaceAsked> =>
  new Promise((resolve) => {
    const locator = navigator.geolocation as Geolocation | undefined;
    if (!locator) return resolve({ kind: 'unknown' });
    locator.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ kind: 'found', place: { latitude, longitude, accuracyMetres: Math.min(MOST_METRES, Math.ceil(accuracy)) } }),
      ({ code }) => resolve({ kind: code === 1 ? 'denied' : 'unknown' }),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: FRESH },
    );
    return undefined;
  });

export const placeWords = (asked: PlaceAsked | undefined): string => {
  switch (asked?.kind) {
    case undefined: return 'Đang tìm vị trí…';
    case 'found': return `Đã ghi vị trí, sai số khoảng ${asked.place.accuracyMetres} m.`;
    case 'denied': return 'Máy không cho phép lấy vị trí. Vẫn ghi được, không kèm vị trí; muốn kèm thì bật quyền vị trí cho trang này.';
    case 'unknown': return 'Máy chưa xác định được vị trí. Vẫn ghi được, không kèm vị trí.';
  }
};
