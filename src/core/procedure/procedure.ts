// A procedure as the catalogue publishes it, one version per period in force.
// A dossier keeps the version of its day of intake. What no source gives is listed in
// `incomplete`, never invented.
// @law NĐ 61/2018/NĐ-CP Đ.15; TT 01/2018/TT-VPCP Đ.10
import type { Brand } from '../kernel/brand.ts';
import type { PlainDate } from '../kernel/moment.ts';
import type { DeskId, ReceptionMode, Role, UnitId } from '../organisation/organisation.ts';

export type ProcedureCode = Brand<string, 'ProcedureCode'>;
export type Channel = 'counter' | 'online' | 'post';
export type PaperForm = 'original' | 'certified-copy' | 'plain-copy' | 'e-copy';

export type ChecklistItem = {
  readonly itemId: string;
  readonly name: string;
  readonly required: boolean;
  /** How many of each form are to be handed in; 'shown' papers are looked at and given back. */
  readonly original: number;
  readonly certifiedCopy: number;
  readonly plainCopy: number;
  readonly shownOnly?: boolean;
  readonly formTemplate?: string;
  readonly note?: string;
};

export type ProcedureCase = {
  readonly caseId: string;
  readonly name: string;
  readonly checklist: readonly ChecklistItem[];
};

export type TimeLimit =
  | { readonly kind: 'working-days'; readonly days: number; readonly extraDaysIfLarge?: number }
  | { readonly kind: 'calendar-days'; readonly days: number }
  | { readonly kind: 'working-hours'; readonly hours: number }
  | { readonly kind: 'clock-hours'; readonly hours: number }
  /** Within the day; after 15:00 the next working day. */
  | { readonly kind: 'same-day'; readonly extraDaysIfLarge?: number };

/** Phí and lệ phí are two legal kinds and are always shown apart. */
export type FeeKind = 'fee' | 'charge';
export type FeeItem = {
  readonly feeId: string;
  readonly kind: FeeKind;
  readonly name: string;
  /** Đồng. Absent: not known from a source, see `incomplete`. */
  readonly amount?: number;
  readonly unit?: string; // 'trang', 'bản', 'lần'
  readonly channel?: Channel;
  readonly legalGround?: string;
  readonly note?: string;
  readonly exemptions?: readonly string[];
};

export type OutcomeItem = { readonly outcomeId: string; readonly name: string; readonly code?: string };

/** One step of the internal process; hours are working hours. */
export type InternalStep = {
  readonly stepId: string;
  readonly name: string;
  readonly role: Extract<Role, 'agency-officer' | 'section-head' | 'signing-leader' | 'records-clerk'>;
  readonly hours: number;
};

/** It works after the deciding agency. */
export type LinkedAgency = { readonly agency: string; readonly limit: TimeLimit; readonly source?: string };

export type LegalGround = { readonly instrument: string; readonly article?: string; readonly note?: string };

/** More time that the law itself gives, on a named ground. */
export type LegalExtension = {
  readonly extensionId: string;
  readonly ground: string;
  readonly by: Extract<TimeLimit, { readonly kind: 'working-days' | 'calendar-days' | 'working-hours' }>;
  readonly law: string;
};

/** JSON Schema subset: a flat object of string | integer | boolean properties. */
export type EFormField = {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly title: string;
  readonly enum?: readonly string[];
  readonly enumTitles?: readonly string[];
  readonly format?: 'date' | 'phone' | 'personal-number';
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
};
export type EForm = {
  readonly $schema: 'https://json-schema.org/draft/2020-12/schema';
  readonly type: 'object';
  readonly title: string;
  readonly properties: Readonly<Record<string, EFormField>>;
  readonly required: readonly string[];
  /** Order and groups on screen. */
  readonly groups: readonly { readonly title: string; readonly fields: readonly string[] }[];
};

export type ProcedureVersion = {
  readonly code: ProcedureCode;
  readonly version: number;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate; // exclusive
  readonly name: string;
  readonly field: string; // lĩnh vực
  readonly level: 'commune' | 'district' | 'province' | 'ministry';
  readonly authority: string;
  /** Everyday words people use, for search: 'lam giay khai sinh cho chau'. */
  readonly everydayNames: readonly string[];
  readonly channels: readonly Channel[];
  readonly cases: readonly ProcedureCase[];
  readonly limits: readonly { readonly channel: Channel; readonly limit: TimeLimit; readonly note?: string }[];
  /** Agencies that work after the deciding one, in their order, each with its own limit. */
  readonly linked?: readonly LinkedAgency[];
  readonly fees: readonly FeeItem[];
  readonly outcomes: readonly OutcomeItem[];
  readonly legalGrounds: readonly LegalGround[];
  readonly mustBePresent: boolean;
  readonly signsRegister: boolean;
  readonly resolvedAtDesk: boolean; // trả ngay, fast path
  readonly numberSource: 'ours' | 'theirs';
  /** Which slips are printed: forms 01–03 or the police's CT04–CT06. */
  readonly slips: 'one-stop' | 'residence-police';
  readonly eForm?: EForm;
  readonly steps: readonly InternalStep[];
  /** Absent: the law gives no more time, only an apology is possible. */
  readonly extensions?: readonly LegalExtension[];
  /** What no source gives, in Vietnamese: shown to the administrator and beside the fact. */
  readonly incomplete: readonly string[];
  readonly source: string;
};

/** One line of the transfer register: a desk receives only what stands here. @law QĐ 45/2016/QĐ-TTg Đ.13 */
export type TransferEntry = {
  readonly deskId: DeskId;
  readonly procedureCode: ProcedureCode;
  /** Who decides (cơ quan giải quyết). */
  readonly agencyUnitId: UnitId;
  readonly mode: ReceptionMode;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  readonly decision: string;
  /** Mode 'delegated': number and date of the written delegation. */
  readonly delegation?: string;
};
