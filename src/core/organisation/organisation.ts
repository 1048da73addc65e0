// The tree of units, date-effective: never key a unit on its GSO code alone
// (18766 was xã Kỳ Phong's and is xã Kỳ Xuân's since 1/7/2025).
// @law NĐ 61/2018/NĐ-CP Đ.7; NĐ 118/2025/NĐ-CP
import type { StartSetting } from '../deadline/clock-start.ts';
import type { Brand } from '../kernel/brand.ts';
import type { DatedSetting } from '../kernel/in-force.ts';
import type { PlainDate, WallTime } from '../kernel/moment.ts';

/** GSO number of the receiving province, 42 = Hà Tĩnh: the first column of every key. */
export type ProvinceId = Brand<number, 'ProvinceId'>;
/** A slug that never changes: 'xa-ky-bac', 'xa-ky-xuan-2025', 'so-xay-dung'. */
export type UnitId = Brand<string, 'UnitId'>;
export type DeskId = Brand<string, 'DeskId'>;
export type AccountId = Brand<string, 'AccountId'>;

export type UnitKind =
  | 'province' | 'department' | 'section' // section = phòng, đơn vị within an agency
  | 'district' | 'commune' | 'commune-police' | 'social-insurance'
  | 'provincial-post' | 'district-post' | 'commune-post';

export type Unit = {
  readonly provinceId: ProvinceId;
  readonly unitId: UnitId;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly parentUnitId?: UnitId;
  /** '000.18.60.H27' – form of TT 01/2018. */
  readonly agencyCode2018?: string;
  /** 'H27.18.60' – top-down form of QĐ 20/2020. */
  readonly agencyCode2025?: string;
  readonly gsoCode?: string;
  readonly address?: string;
  readonly phone?: string;
  /** For the map; absent: where the unit above it lies. */
  readonly position?: { readonly latitude: number; readonly longitude: number; readonly isApproximate: boolean };
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate; // exclusive
  readonly successorUnitId?: UnitId;
};

export type ReceptionMode = 'support' | 'delegated' | 'postal-service';

export type Desk = {
  readonly provinceId: ProvinceId;
  readonly deskId: DeskId;
  readonly name: string;
  readonly shortName: string;
  readonly postOfficeUnitId: UnitId;
  /** The commune whose people the desk serves. */
  readonly communeUnitId: UnitId;
  /** The unit whose identifier stands in the codes given at this desk. */
  readonly receivingUnitId: UnitId;
  readonly address: string;
  readonly phone: string;
  /** Sessions and rest days of this place. */
  readonly siteId: string;
  /** 'pin-each': the officer types the PIN for each dossier; 'key-while-present': one PIN opens the session, one key confirms. */
  readonly officerConfirmation: 'pin-each' | 'key-while-present';
  /** Where the statutory time begins, where this place has a rule of its own. */
  readonly clockStart?: readonly Omit<StartSetting, 'siteId'>[];
  /** In support mode: does the officer confirm that an outcome was returned, as she confirms a reception? Absent: she does. */
  readonly supportReturn?: 'officer-confirms' | 'clerk-alone';
  /** Whether papers asked for are taken online, by date; absent: they are not. */
  readonly onlineAnswers?: readonly DatedSetting<boolean>[];
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
};

export const ROLES = [
  'postal-clerk', // nhân viên bưu điện at a desk
  'commune-officer', // công chức tiếp nhận at the same desk
  'agency-officer', // chuyên viên thụ lý
  'section-head', // lãnh đạo phòng
  'signing-leader', // người có thẩm quyền ký
  'records-clerk', // văn thư
  'courier', // bưu tá
  'post-supervisor',
  'steering-committee',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** What a person may do and where: a role at a desk or in a unit (and the units below it). */
export type Assignment = {
  readonly role: Role;
  readonly unitId: UnitId;
  readonly deskId?: DeskId;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  /** Signing leaders: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' with the lines printed under it. */
  readonly signingCapacity?: { readonly prefix: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | ''; readonly title: string };
};

export type Session = { readonly from: WallTime; readonly to: WallTime };
