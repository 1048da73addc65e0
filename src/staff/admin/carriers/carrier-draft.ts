// A carrier as it is typed: lists are lines, parts of a line stand between semicolons. What cannot be read is said at its field.
import { ATTEMPT_POLICY } from '#core/shipment/next-attempt.ts';
import type { RepeatedOrder } from '#core/shipment/send-order.ts';
import { type CarrierView, type ChangeCarrier, fitsViettel } from '#wire/carriers.wire.ts';

export type CarrierDraft = {
  readonly carrierId: string;
  readonly kind: ChangeCarrier['kind'];
  readonly name: string;
  readonly isOpen: boolean;
  readonly hearsOfResults: boolean;
  readonly senderPlace: string;
  readonly places: string;
  readonly tariff: string;
  /** Of the post's own couriers: days on which a delivery is tried, and working days between them. */
  readonly attemptDays: string;
  readonly attemptGap: string;
  readonly url: string;
  readonly customerCode: string;
  /** Of Viettel Post. */
  readonly service: string;
  readonly parcelGrams: string;
  readonly key: string;
  readonly secret: string;
  readonly repeatedOrders: RepeatedOrder;
  readonly doneStatuses: string;
  readonly thereAlreadyStatuses: string;
  readonly paths: string;
  readonly trustedCertificates: string;
};

/** As they are written in the field, and what each is to the server. */
const PATH_NAMES = { 'mã truy cập': 'token', 'mã lâu dài': 'ownerToken', 'đặt đơn': 'order', 'hủy đơn': 'cancel', 'hành trình': 'events', 'giá cước': 'price', 'kết quả': 'resultReady' } as const;
type PathName = keyof typeof PATH_NAMES;
const NOT_OF: Readonly<Record<ChangeCarrier['kind'], readonly string[]>> = { vnpost: ['ownerToken'], viettel: ['events', 'resultReady'], 'own-network': [] };
export const pathWords = (kind: ChangeCarrier['kind']): string =>
  Object.entries(PATH_NAMES).flatMap(([word, name]) => (NOT_OF[kind].includes(name) ? [] : [word])).join(', ');

/** Where nothing else is written: an express letter of a few papers. */
const SERVICE = 'VCN';
const PARCEL_GRAMS = 100;
const NONE = '-';
const MOST_GRAMS = 30_000;

const placeLine = ({ place, provinceCode, districtCode, wardCode }: CarrierView['places'][number]): string =>
  [place, provinceCode, districtCode || NONE, ...(wardCode === undefined ? [] : [wardCode])].join('; ');

export const startCarrierDraft = (carrier: CarrierView | undefined): CarrierDraft => ({
  carrierId: carrier?.carrierId ?? '', kind: carrier?.kind ?? 'vnpost', name: carrier?.name ?? '', isOpen: carrier?.isOpen ?? true, hearsOfResults: carrier?.hearsOfResults ?? false,
  senderPlace: carrier?.senderPlace ?? '',
  places: (carrier?.places ?? []).map(placeLine).join('\n'),
  tariff: (carrier?.tariff ?? []).map(({ upToGrams, amount }) => `${upToGrams}; ${amount}`).join('\n'),
  attemptDays: String(carrier?.attempts?.mostDays ?? ATTEMPT_POLICY.mostDays), attemptGap: String(carrier?.attempts?.daysBetween ?? ATTEMPT_POLICY.daysBetween),
  url: carrier?.url ?? '', customerCode: carrier?.customerCode ?? '', service: carrier?.service ?? SERVICE, parcelGrams: String(carrier?.parcelGrams ?? PARCEL_GRAMS), key: '', secret: '',
  // safe until the carrier has said otherwise
  repeatedOrders: carrier?.repeatedOrders ?? 'second-order',
  doneStatuses: (carrier?.doneStatuses ?? ['100']).join(', '), thereAlreadyStatuses: (carrier?.thereAlreadyStatuses ?? []).join(', '),
  paths: Object.entries(PATH_NAMES).flatMap(([word, path]) => (carrier?.paths[path] === undefined ? [] : [`${word}: ${carrier.paths[path]}`])).join('\n'),
  trustedCertificates: carrier?.trustedCertificates ?? '',
});

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
const partsOf = (line: string): readonly string[] => line.split(';').map((part) => part.trim());
const wordsOf = (text: string): readonly string[] => text.split(',').map((part) => part.trim()).filter((part) => part !== '');
const wholeOf = (text: string): number | undefined => (/^\d{1,9}$/.test(text.replaceAll('.', '')) ? Number(text.replaceAll('.', '')) : undefined);

const wholeIn = (text: string, most: number): number | undefined => {
  const whole = wholeOf(text.trim());
  return whole !== undefined && whole >= 1 && whole <= most ? whole : undefined;
};

type Errors = Readonly<Record<string, string>>;
export type CarrierMade = { readonly carrierId: string; readonly command: ChangeCarrier } | { readonly errors: Errors };

/** The first line that cannot be read, counted from 1. */
const readLines = <T>(text: string, read: (line: string) => T | undefined): readonly T[] | { readonly wrong: number } => {
  const found: T[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    const one = read(line);
    if (one === undefined) return { wrong: index + 1 };
    found.push(one);
  }
  return found;
};
const isRead = <T>(read: readonly T[] | { readonly wrong: number }): read is readonly T[] => Array.isArray(read);

const readPlace = (kind: ChangeCarrier['kind']) => (line: string) => {
  const [place = '', provinceCode = '', district = '', wardCode, ...more] = partsOf(line);
  if (place === '' || provinceCode === '' || district === '' || more.length > 0) return undefined;
  if (kind !== 'viettel') return wardCode === undefined && district !== NONE ? { place, provinceCode, districtCode: district } : undefined;
  const read = { place, provinceCode, districtCode: district === NONE ? '' : district, ...(wardCode === undefined ? {} : { wardCode }) };
  return fitsViettel(read) ? read : undefined;
};
const readStep = (line: string) => {
  const [grams = '', price = '', ...more] = partsOf(line);
  const [upToGrams, amount] = [wholeOf(grams), wholeOf(price)];
  return upToGrams === undefined || amount === undefined || upToGrams === 0 || more.length > 0 ? undefined : { upToGrams, amount };
};
const readPath = (line: string) => {
  const [word = '', ...rest] = line.split(':');
  const name = word.trim().toLowerCase().normalize('NFC');
  const path = rest.join(':').trim();
  return name in PATH_NAMES && path !== '' ? ([PATH_NAMES[name as PathName], path] as const) : undefined;
};

export const makeCarrier = (draft: CarrierDraft, before: CarrierView | undefined): CarrierMade => {
  const [isOurs, isVnpost, isViettel] = (['own-network', 'vnpost', 'viettel'] as const).map((kind) => kind === draft.kind) as [boolean, boolean, boolean];
  const [places, tariff, paths] = [readLines(draft.places, readPlace(draft.kind)), readLines(draft.tariff, readStep), readLines(draft.paths, readPath)];
  const [name, senderPlace, url, key, secret] = [draft.name, draft.senderPlace, draft.url, draft.key, draft.secret].map((text) => text.trim()) as [string, string, string, string, string];
  const [mostDays, daysBetween] = [wholeIn(draft.attemptDays, 9), wholeIn(draft.attemptGap, 30)];
  const grams = wholeOf(draft.parcelGrams.trim());
  const wrong = (found: { readonly wrong: number }, form: string): string => `Dòng ${found.wrong} chưa đúng. ${form}`;
  const errors: Errors = {
    ...(/^[a-z0-9][a-z0-9-]{0,39}$/.test(draft.carrierId) ? {} : { carrierId: 'Dùng chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ vnpost.' }),
    ...(name === '' ? { name: 'Ghi tên để người ở quầy nhận ra.' } : {}),
    ...(senderPlace === '' ? { senderPlace: 'Ghi địa bàn nơi gửi, như trong bảng mã địa bàn.' } : {}),
    ...(isRead(places) ? {} : { places: wrong(places, isViettel ? 'Mỗi dòng: tên địa bàn; mã tỉnh; mã huyện hoặc dấu “-”; mã xã. Các mã là số.' : 'Mỗi dòng: tên địa bàn; mã tỉnh; mã huyện.') }),
    ...(isRead(tariff) ? {} : { tariff: wrong(tariff, 'Mỗi dòng: đến bao nhiêu gam; số tiền.') }),
    ...(isRead(paths) ? {} : { paths: wrong(paths, 'Mỗi dòng: tên việc: đường dẫn.') }),
    ...(isOurs && mostDays === undefined ? { 'attempts.mostDays': 'Ghi từ 1 đến 9 ngày.' } : {}),
    ...(isOurs && daysBetween === undefined ? { 'attempts.daysBetween': 'Ghi từ 1 đến 30 ngày.' } : {}),
    ...(!isOurs && url === '' ? { url: 'Nhập địa chỉ kết nối do bưu chính cấp.' } : {}),
    ...((key === '') !== (secret === '') ? { secret: isViettel ? 'Nhập cả tài khoản và mật khẩu.' : 'Nhập cả khóa và mật khẩu.' } : {}),
    ...(isViettel && draft.service.trim() === '' ? { service: 'Ghi mã dịch vụ theo hợp đồng, ví dụ VCN.' } : {}),
    ...(isViettel && (grams === undefined || grams < 1 || grams > MOST_GRAMS) ? { parcelGrams: 'Ghi từ 1 đến 30.000 gam.' } : {}),
    ...(!isOurs && !before?.hasSecret && key === '' ? { key: isViettel ? 'Nhập tài khoản do Viettel Post cấp.' : 'Nhập khóa do bưu chính cấp.' } : {}),
  };
  if (Object.keys(errors).length > 0 || !isRead(places) || !isRead(tariff) || !isRead(paths)) return { errors };
  return {
    carrierId: draft.carrierId,
    command: {
      kind: draft.kind, name, isOpen: draft.isOpen, hearsOfResults: isVnpost && draft.hearsOfResults, senderPlace, places: [...places], tariff: [...tariff], url: isOurs ? '' : url,
      customerCode: isOurs ? '' : draft.customerCode.trim(), repeatedOrders: isOurs ? 'same-order' : draft.repeatedOrders, paths: Object.fromEntries(paths),
      doneStatuses: [...wordsOf(draft.doneStatuses)], thereAlreadyStatuses: [...wordsOf(draft.thereAlreadyStatuses)],
      trustedCertificates: draft.trustedCertificates.trim(), baseRevision: before?.revision ?? 0, ...(key === '' ? {} : { key, secret }),
      ...(isViettel && grams !== undefined && { service: draft.service.trim(), parcelGrams: grams }),
      ...(isOurs && mostDays !== undefined && daysBetween !== undefined && { attempts: { mostDays, daysBetween } }),
    },
  };
};
