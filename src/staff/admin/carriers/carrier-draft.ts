// A carrier as it is typed: lists are lines, parts of a line stand between semicolons. What cannot be read is said at its field.
import { ATTEMPT_POLICY } from '#core/shipment/next-attempt.ts';
import type { RepeatedOrder } from '#core/shipment/send-order.ts';
import type { CarrierView, ChangeCarrier } from '#wire/carriers.wire.ts';

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
  readonly key: string;
  readonly secret: string;
  readonly repeatedOrders: RepeatedOrder;
  readonly doneStatuses: string;
  readonly thereAlreadyStatuses: string;
  readonly paths: string;
  readonly trustedCertificates: string;
};

/** As they are written in the field, and what each is to the server. */
const PATH_NAMES = { 'mã truy cập': 'token', 'đặt đơn': 'order', 'hủy đơn': 'cancel', 'hành trình': 'events', 'giá cước': 'price', 'kết quả': 'resultReady' } as const;
type PathName = keyof typeof PATH_NAMES;
export const PATH_WORDS = Object.keys(PATH_NAMES).join(', ');

export const startCarrierDraft = (carrier: CarrierView | undefined): CarrierDraft => ({
  carrierId: carrier?.carrierId ?? '', kind: carrier?.kind ?? 'vnpost', name: carrier?.name ?? '', isOpen: carrier?.isOpen ?? true, hearsOfResults: carrier?.hearsOfResults ?? false,
  senderPlace: carrier?.senderPlace ?? '',
  places: (carrier?.places ?? []).map(({ place, provinceCode, districtCode }) => `${place}; ${provinceCode}; ${districtCode}`).join('\n'),
  tariff: (carrier?.tariff ?? []).map(({ upToGrams, amount }) => `${upToGrams}; ${amount}`).join('\n'),
  attemptDays: String(carrier?.attempts?.mostDays ?? ATTEMPT_POLICY.mostDays), attemptGap: String(carrier?.attempts?.daysBetween ?? ATTEMPT_POLICY.daysBetween),
  url: carrier?.url ?? '', customerCode: carrier?.customerCode ?? '', key: '', secret: '',
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

const readPlace = (line: string) => {
  const [place = '', provinceCode = '', districtCode = '', ...more] = partsOf(line);
  return place === '' || provinceCode === '' || districtCode === '' || more.length > 0 ? undefined : { place, provinceCode, districtCode };
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
  const isVnpost = draft.kind === 'vnpost';
  const [places, tariff, paths] = [readLines(draft.places, readPlace), readLines(draft.tariff, readStep), readLines(draft.paths, readPath)];
  const [name, senderPlace, url, key, secret] = [draft.name, draft.senderPlace, draft.url, draft.key, draft.secret].map((text) => text.trim()) as [string, string, string, string, string];
  const [mostDays, daysBetween] = [wholeIn(draft.attemptDays, 9), wholeIn(draft.attemptGap, 30)];
  const wrong = (found: { readonly wrong: number }, form: string): string => `Dòng ${found.wrong} chưa đúng. ${form}`;
  const errors: Errors = {
    ...(/^[a-z0-9][a-z0-9-]{0,39}$/.test(draft.carrierId) ? {} : { carrierId: 'Dùng chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ vnpost.' }),
    ...(name === '' ? { name: 'Ghi tên để người ở quầy nhận ra.' } : {}),
    ...(senderPlace === '' ? { senderPlace: 'Ghi địa bàn nơi gửi, như trong bảng mã địa bàn.' } : {}),
    ...(isRead(places) ? {} : { places: wrong(places, 'Mỗi dòng: tên địa bàn; mã tỉnh; mã huyện.') }),
    ...(isRead(tariff) ? {} : { tariff: wrong(tariff, 'Mỗi dòng: đến bao nhiêu gam; số tiền.') }),
    ...(isRead(paths) ? {} : { paths: wrong(paths, 'Mỗi dòng: tên việc: đường dẫn.') }),
    ...(!isVnpost && mostDays === undefined ? { 'attempts.mostDays': 'Ghi từ 1 đến 9 ngày.' } : {}),
    ...(!isVnpost && daysBetween === undefined ? { 'attempts.daysBetween': 'Ghi từ 1 đến 30 ngày.' } : {}),
    ...(isVnpost && url === '' ? { url: 'Nhập địa chỉ kết nối do bưu chính cấp.' } : {}),
    ...((key === '') !== (secret === '') ? { secret: 'Nhập cả khóa và mật khẩu.' } : {}),
    ...(isVnpost && !before?.hasSecret && key === '' ? { key: 'Nhập khóa do bưu chính cấp.' } : {}),
  };
  if (Object.keys(errors).length > 0 || !isRead(places) || !isRead(tariff) || !isRead(paths)) return { errors };
  return {
    carrierId: draft.carrierId,
    command: {
      kind: draft.kind, name, isOpen: draft.isOpen, hearsOfResults: isVnpost && draft.hearsOfResults, senderPlace, places: [...places], tariff: [...tariff], url: isVnpost ? url : '',
      customerCode: isVnpost ? draft.customerCode.trim() : '', repeatedOrders: isVnpost ? draft.repeatedOrders : 'same-order', paths: Object.fromEntries(paths),
      doneStatuses: [...wordsOf(draft.doneStatuses)], thereAlreadyStatuses: [...wordsOf(draft.thereAlreadyStatuses)],
      trustedCertificates: draft.trustedCertificates.trim(), baseRevision: before?.revision ?? 0, ...(key === '' ? {} : { key, secret }),
      ...(!isVnpost && mostDays !== undefined && daysBetween !== undefined && { attempts: { mostDays, daysBetween } }),
    },
  };
};
