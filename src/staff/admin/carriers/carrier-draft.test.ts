import { expect, it } from 'vitest';
import { type CarrierView, changeCarrierCommand } from '#wire/carriers.wire.ts';
import { type CarrierDraft, makeCarrier, startCarrierDraft } from './carrier-draft.ts';

const typed: CarrierDraft = {
  ...startCarrierDraft(undefined), carrierId: 'vnpost', name: 'VNPost', senderPlace: 'xã Kỳ Bắc', places: 'xã Kỳ Bắc; 48; 4810\n\n xã Kỳ Phong ;48; 4811',
  url: 'https://bccp.example.vn', customerCode: 'HT01', key: 'k', secret: 's', paths: 'Đặt đơn: /hcc/order', thereAlreadyStatuses: '409, 102', tariff: '100; 26.000',
};
const errorsOf = (change: Partial<CarrierDraft>, before?: CarrierView): readonly string[] => {
  const made = makeCarrier({ ...typed, ...change }, before);
  return 'errors' in made ? Object.keys(made.errors) : [];
};

it('what is typed in lines becomes the command', () => {
  expect(makeCarrier(typed, undefined)).toEqual({
    carrierId: 'vnpost',
    command: {
      kind: 'vnpost', name: 'VNPost', isOpen: true, hearsOfResults: false, senderPlace: 'xã Kỳ Bắc', url: 'https://bccp.example.vn', customerCode: 'HT01', key: 'k', secret: 's',
      places: [{ place: 'xã Kỳ Bắc', provinceCode: '48', districtCode: '4810' }, { place: 'xã Kỳ Phong', provinceCode: '48', districtCode: '4811' }],
      tariff: [{ upToGrams: 100, amount: 26_000 }], paths: { order: '/hcc/order' }, doneStatuses: ['100'], thereAlreadyStatuses: ['409', '102'],
      repeatedOrders: 'second-order', trustedCertificates: '', baseRevision: 0,
    },
  });
});

it('Viettel Post names communes too, and leaves the district out where there is none', () => {
  const viettel = { ...typed, kind: 'viettel', places: 'xã Kỳ Bắc; 42; -; 781\nxã Kỳ Phong; 42; 500', hearsOfResults: true, service: 'VCBO', parcelGrams: '250' } as const;
  const made = makeCarrier(viettel, undefined);
  if ('errors' in made) throw new Error(JSON.stringify(made.errors));
  expect(made.command).toMatchObject({
    kind: 'viettel', service: 'VCBO', parcelGrams: 250, hearsOfResults: false,
    places: [{ place: 'xã Kỳ Bắc', provinceCode: '42', districtCode: '', wardCode: '781' }, { place: 'xã Kỳ Phong', provinceCode: '42', districtCode: '500' }],
  });
  expect(changeCarrierCommand.safeParse(made.command).success).toBe(true);
  expect(startCarrierDraft({ ...made.command, carrierId: 'viettel' } as unknown as CarrierView).places).toBe(viettel.places);
  for (const [change, field] of [[{ places: 'xã Kỳ Bắc; 42; -' }, 'places'], [{ places: 'xã Kỳ Bắc; HT; 500' }, 'places'], [{ service: ' ' }, 'service'], [{ parcelGrams: '0' }, 'parcelGrams']] as const) {
    expect(errorsOf({ ...viettel, ...change })).toEqual([field]);
  }
});

it('a carrier that is opened again is typed as it stands, and without its key keeps it', () => {
  const made = makeCarrier(typed, undefined);
  if ('errors' in made) throw new Error(JSON.stringify(made.errors));
  const { key: _key, secret: _secret, baseRevision: _base, ...command } = made.command;
  const before = { ...command, carrierId: 'vnpost', revision: 3, hasSecret: true } as CarrierView;
  expect(makeCarrier(startCarrierDraft(before), before)).toEqual({ carrierId: 'vnpost', command: { ...command, baseRevision: 3 } });
});

it.each([
  [{ carrierId: 'Bưu điện' }, 'carrierId'], [{ name: ' ' }, 'name'], [{ senderPlace: '' }, 'senderPlace'], [{ places: 'xã Kỳ Bắc; 48' }, 'places'],
  [{ tariff: '100; miễn phí' }, 'tariff'], [{ tariff: '0; 26000' }, 'tariff'], [{ paths: 'gì đó: x' }, 'paths'], [{ url: '' }, 'url'],
  [{ secret: '' }, 'secret'], [{ key: '', secret: '' }, 'key'],
] as const)('%j is said at its field', (change, field) => expect(errorsOf(change)).toEqual([field]));

it('the post’s own couriers try as often as the site says, and as the house does where it says nothing', () => {
  const own = { ...typed, kind: 'own-network', key: '', secret: '' } as const;
  const attemptsOf = (change: Partial<CarrierDraft>) => { const made = makeCarrier({ ...own, ...change }, undefined); return 'errors' in made ? made.errors : made.command.attempts; };
  expect(attemptsOf({})).toEqual({ mostDays: 3, daysBetween: 1 });
  expect(attemptsOf({ attemptDays: '2', attemptGap: '5' })).toEqual({ mostDays: 2, daysBetween: 5 });
  expect(attemptsOf({ attemptDays: '0', attemptGap: '31' })).toEqual({ 'attempts.mostDays': expect.any(String) as string, 'attempts.daysBetween': expect.any(String) as string });
});

it('the post’s own couriers need neither address nor key', () => {
  expect(errorsOf({ kind: 'own-network', url: '', key: '', secret: '' })).toEqual([]);
});
