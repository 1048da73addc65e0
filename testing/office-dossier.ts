// A dossier in an agency and the people who work on it, for tests of the office's decisions.
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { DossierCode, DossierId } from '#core/dossier/dossier.ts';
import type { OfficeActor, OfficeDossier, OfficeSeat } from '#core/dossier/office-work.ts';
import type { Moment, PlainDate, WallTime } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, Role, UnitId } from '#core/organisation/organisation.ts';
import type { InternalStep } from '#core/procedure/procedure.ts';

export const at = (text: string): Moment => `${text}:00+07:00` as Moment;

const session = (from: string, to: string) => ({ from: from as WallTime, to: to as WallTime });

/** Monday to Friday, 07:30–11:30 and 13:30–17:30; 20/11/2019 is an invented holiday. */
export const CALENDAR: WorkingCalendar = {
  calendarId: 'test', version: 1, weeklyRest: [6, 7],
  days: [{ date: '2019-11-20' as PlainDate, kind: 'holiday', name: 'Ngày nghỉ', status: 'confirmed' }],
  sites: [{
    siteId: 'ky-bac',
    rules: [{ name: 'Cả năm', fromMonthDay: '01-01', toMonthDay: '12-31', weekdays: [1, 2, 3, 4, 5], sessions: [session('07:30', '11:30'), session('13:30', '17:30')] }],
  }],
};
export const HOURS = { calendar: CALENDAR, siteId: 'ky-bac' } as const;

export const STEPS: readonly InternalStep[] = [
  { stepId: 'thu-ly', name: 'Thụ lý', role: 'agency-officer', hours: 8 },
  { stepId: 'soat-xet', name: 'Lãnh đạo phòng soát xét', role: 'section-head', hours: 4 },
  { stepId: 'ky', name: 'Ký duyệt', role: 'signing-leader', hours: 4 },
  { stepId: 'phat-hanh', name: 'Vào sổ – Cấp số – Phát hành', role: 'records-clerk', hours: 2 },
];

export const AGENCY = 'so-tu-phap' as UnitId;
export const SECTION = 'stp-hanh-chinh-tu-phap' as UnitId;

const seat = (role: Role, unitId: UnitId, assignmentNo = 1, more: Partial<OfficeSeat> = {}): OfficeSeat => ({ role, unitId, assignmentNo, ...more });
const person = (no: number, name: string, ...seats: readonly OfficeSeat[]): OfficeActor => ({
  accountId: `00000000-0000-7000-8000-00000000000${no}` as AccountId, name, seats,
});

export const SPECIALIST = person(1, 'Đặng Thị Hoài Thu', seat('agency-officer', SECTION));
export const OTHER_SPECIALIST = person(2, 'Lê Văn Khế', seat('agency-officer', SECTION));
export const HEAD = person(3, 'Nguyễn Viết Sồi', seat('section-head', SECTION));
export const OTHER_HEAD = person(4, 'Hồ Thị Ổi', seat('section-head', 'stp-van-phong' as UnitId));
export const SIGNER = person(5, 'Trần Đăng Mít',
  seat('signing-leader', AGENCY, 1, { signingCapacity: { prefix: 'KT.', title: 'GIÁM ĐỐC\nPHÓ GIÁM ĐỐC' } }),
  seat('signing-leader', AGENCY, 2, { signingCapacity: { prefix: 'TUQ.', title: 'CHỦ TỊCH\nPHÓ GIÁM ĐỐC SỞ TƯ PHÁP' } }));
export const RECORDS = person(6, 'Hà Thị Lý', seat('records-clerk', AGENCY));

export const officeDossier = (over: Partial<OfficeDossier> = {}): OfficeDossier => ({
  dossierId: '00000000-0000-7000-8000-0000000000d1' as DossierId,
  code: '000.22.36.H27-191118-0001' as DossierCode,
  state: 'in-process',
  revision: 3,
  regime: 'one-stop',
  deskId: 'ky-bac' as DeskId,
  agencyUnitId: AGENCY,
  sectionUnitId: SECTION,
  receivedAt: at('2019-11-18T08:00'),
  stepNo: 1,
  steps: STEPS,
  workedBefore: [],
  lastChange: { by: 'Hà Thị Lý', at: at('2019-11-18T14:00') },
  ...over,
});
