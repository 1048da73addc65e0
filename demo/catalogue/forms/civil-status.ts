// Declaration forms of civil status: what the tờ khai asks beyond the parties already taken down.
// In 2019 an identity paper is written as it is; in 2026 the personal number of twelve digits is asked.
import type { EForm, EFormField } from '#core/procedure/procedure.ts';
import { choice, count, date, form, group, optionalGroup, personalNumber, sex, text, yesNo } from '../make.ts';

export type FormYear = 2019 | 2026;
type Fields = Record<string, EFormField>;

const identity = (year: FormYear, title = 'Giấy tờ tùy thân'): EFormField =>
  year === 2019 ? text(title, { description: 'Loại giấy tờ, số, ngày cấp, nơi cấp' }) : personalNumber('Số định danh cá nhân');
const ethnic = (): EFormField => text('Dân tộc', { maxLength: 50 });
const nationality = (): EFormField => text('Quốc tịch', { maxLength: 50 });
const RELATION: EFormField = text('Quan hệ của người yêu cầu với người được đăng ký', { maxLength: 80 });

const copies: ReturnType<typeof optionalGroup> = optionalGroup('Đề nghị cấp bản sao', {
  wantsCopies: yesNo('Đề nghị cấp bản sao'),
  copyCount: count('Số lượng bản sao', { maximum: 50 }),
});

const parent = (prefix: 'mother' | 'father', who: string, year: FormYear): ReturnType<typeof group> => {
  const fields: Fields = {
    [`${prefix}Name`]: text(`Họ, chữ đệm, tên người ${who}`),
    [`${prefix}BirthDate`]: text(`Ngày, tháng, năm sinh người ${who}`, { description: 'Chỉ biết năm thì ghi năm', maxLength: 20 }),
    [`${prefix}Ethnicity`]: ethnic(),
    [`${prefix}Nationality`]: nationality(),
    [`${prefix}Residence`]: text('Nơi cư trú'),
    [`${prefix}Identity`]: identity(year),
  };
  return prefix === 'mother' ? group(`Người ${who}`, fields, ['motherIdentity', 'motherBirthDate']) : optionalGroup(`Người ${who}`, fields);
};

export const birthForm = (year: FormYear): EForm => form('Tờ khai đăng ký khai sinh',
  group('Người yêu cầu', { relation: RELATION }),
  group('Người được khai sinh', {
    childName: text('Họ, chữ đệm, tên'),
    childBirthDate: date('Ngày, tháng, năm sinh'),
    childBirthDateWords: text('Ghi bằng chữ'),
    childSex: sex(),
    childEthnicity: ethnic(),
    childNationality: nationality(),
    birthPlace: text('Nơi sinh', { description: 'Tên cơ sở y tế và địa chỉ; sinh ngoài cơ sở y tế thì ghi địa danh' }),
    homeTown: text('Quê quán'),
    birthCertificateNumber: text('Số Giấy chứng sinh', { maxLength: 50 }),
  }, ['childBirthDateWords', 'birthCertificateNumber']),
  parent('mother', 'mẹ', year), parent('father', 'cha', year), copies);

export const deathForm = (year: FormYear): EForm => form('Tờ khai đăng ký khai tử',
  group('Người yêu cầu', { relation: RELATION }),
  group('Người đã chết', {
    deceasedName: text('Họ, chữ đệm, tên'),
    deceasedBirthDate: text('Ngày, tháng, năm sinh', { maxLength: 20, description: 'Chỉ biết năm thì ghi năm' }),
    deceasedSex: sex(),
    deceasedEthnicity: ethnic(),
    deceasedNationality: nationality(),
    deceasedIdentity: identity(year),
    lastResidence: text('Nơi cư trú cuối cùng'),
  }, ['deceasedIdentity']),
  group('Việc chết', {
    deathDate: date('Đã chết vào ngày'),
    deathTime: text('Vào lúc (giờ, phút)', { pattern: '^([01]?\\d|2[0-3])[:h ]?[0-5]?\\d?$', maxLength: 6 }),
    deathPlace: text('Nơi chết'),
    deathCause: text('Nguyên nhân chết'),
    noticeNumber: text('Số Giấy báo tử hoặc giấy tờ thay Giấy báo tử', { maxLength: 50 }),
    noticeIssuer: text('Nơi cấp Giấy báo tử'),
    noticeDate: date('Ngày cấp Giấy báo tử'),
  }, ['deathTime', 'noticeNumber', 'noticeIssuer', 'noticeDate']),
  copies);

const spouse = (prefix: 'bride' | 'groom', who: string, year: FormYear): ReturnType<typeof group> => group(`Bên ${who}`, {
  [`${prefix}Name`]: text(`Họ, chữ đệm, tên bên ${who}`),
  [`${prefix}BirthDate`]: date('Ngày, tháng, năm sinh'),
  [`${prefix}Ethnicity`]: ethnic(),
  [`${prefix}Nationality`]: nationality(),
  [`${prefix}Residence`]: text('Nơi cư trú'),
  [`${prefix}Identity`]: identity(year),
  [`${prefix}MarriageNumber`]: count('Kết hôn lần thứ mấy', { minimum: 1, maximum: 9 }),
});

export const marriageForm = (year: FormYear): EForm => form('Tờ khai đăng ký kết hôn',
  spouse('bride', 'nữ', year), spouse('groom', 'nam', year), copies);

export const maritalStatusForm = (year: FormYear): EForm => form('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
  group('Người được cấp giấy', {
    relation: RELATION,
    personName: text('Họ, chữ đệm, tên'),
    personBirthDate: date('Ngày, tháng, năm sinh'),
    personSex: sex(),
    personEthnicity: ethnic(),
    personNationality: nationality(),
    personResidence: text('Nơi cư trú'),
    personIdentity: identity(year),
  }),
  group('Nội dung xác nhận', {
    maritalStatus: choice('Tình trạng hôn nhân', {
      single: 'Chưa đăng ký kết hôn với ai', married: 'Đang có vợ hoặc chồng',
      divorced: 'Đã ly hôn, chưa đăng ký kết hôn với ai', widowed: 'Vợ hoặc chồng đã chết, chưa đăng ký kết hôn với ai',
    }),
    proof: text('Giấy tờ chứng minh đã ly hôn hoặc vợ, chồng đã chết', { description: 'Số bản án, quyết định hoặc số trích lục khai tử' }),
    livedAt: text('Trong thời gian cư trú tại'),
    livedFrom: date('Từ ngày'),
    livedTo: date('Đến ngày'),
    purpose: text('Mục đích sử dụng Giấy xác nhận', { description: 'Kết hôn thì ghi rõ họ tên, ngày sinh, giấy tờ của người dự định kết hôn và nơi dự định đăng ký' }),
  }, ['proof', 'livedAt', 'livedFrom', 'livedTo']));

export const extractForm = (): EForm => form('Tờ khai cấp bản sao trích lục hộ tịch',
  group('Nội dung đề nghị', {
    relation: RELATION,
    event: choice('Việc hộ tịch đã đăng ký', {
      birth: 'Khai sinh', marriage: 'Kết hôn', death: 'Khai tử', recognition: 'Nhận cha, mẹ, con',
      guardianship: 'Giám hộ', correction: 'Thay đổi, cải chính, bổ sung hộ tịch',
    }),
    personName: text('Họ, chữ đệm, tên người có bản sao'),
    personBirthDate: text('Ngày, tháng, năm sinh', { maxLength: 20 }),
    registeredAt: text('Đã đăng ký tại'),
    registeredOn: text('Ngày, tháng, năm đăng ký', { maxLength: 20 }),
    registerNumber: text('Số, quyển số (nếu nhớ)', { maxLength: 50 }),
    copyCount: count('Số lượng bản sao', { minimum: 1, maximum: 50 }),
  }, ['registeredOn', 'registerNumber']));

export const correctionForm = (): EForm => form('Tờ khai đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch',
  group('Nội dung đề nghị', {
    relation: RELATION,
    kind: choice('Loại việc', { change: 'Thay đổi', correct: 'Cải chính', complete: 'Bổ sung', ethnicity: 'Xác định lại dân tộc' }),
    personName: text('Họ, chữ đệm, tên người được thay đổi, cải chính'),
    personBirthDate: date('Ngày, tháng, năm sinh'),
    registeredIn: text('Đã đăng ký (loại giấy tờ, số, quyển số, ngày, nơi đăng ký)'),
    from: text('Nội dung đang ghi'),
    to: text('Nội dung đề nghị ghi'),
    reason: text('Lý do', { maxLength: 500 }),
  }), copies);
