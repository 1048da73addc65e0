// Dossier codes: the identifier of the receiving unit, the Vietnamese day of intake, a four-digit number
// of that unit and day. Until 30/6/2025 '000.zz.yy.H27-191118-0001', since then 'H27.xx.yy-261123-0001'.
// Codes of others are read in every form seen in use, and kept as they were written.
// @law TT 01/2018/TT-VPCP Đ.19; NĐ 61/2018/NĐ-CP Đ.26; QĐ 20/2020/QĐ-TTg; QĐ 09/2025/QĐ-TTg
import type { Brand } from '../kernel/brand.ts';
import { type DatedSetting, settingOn } from '../kernel/in-force.ts';
import type { PlainDate } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Unit } from '../organisation/organisation.ts';

export type DossierCode = Brand<string, 'DossierCode'>;

export type AgencyCodeForm = 'agencyCode2018' | 'agencyCode2025';

/** Which identifier stands in the code, by the day of intake. */
export const AGENCY_CODE_FORMS: readonly DatedSetting<AgencyCodeForm>[] = [
  { value: 'agencyCode2018', validFrom: '2018-01-01' as PlainDate, validTo: '2025-07-01' as PlainDate, law: 'TT 01/2018/TT-VPCP Đ.19' },
  { value: 'agencyCode2025', validFrom: '2025-07-01' as PlainDate, law: 'QĐ 20/2020/QĐ-TTg; NĐ 118/2025/NĐ-CP' },
];

export type CodeRefused = {
  readonly kind: 'agency-code-missing';
  readonly unitId: string;
  readonly unitName: string;
  readonly form: AgencyCodeForm;
};

export const agencyCodeOn = (
  unit: Pick<Unit, 'unitId' | 'name' | 'agencyCode2018' | 'agencyCode2025'>,
  date: PlainDate,
  forms: readonly DatedSetting<AgencyCodeForm>[] = AGENCY_CODE_FORMS,
): Result<string, CodeRefused> => {
  const form = settingOn(forms, date) ?? 'agencyCode2018';
  const code = unit[form];
  return code ? ok(code) : refuse({ kind: 'agency-code-missing', unitId: unit.unitId, unitName: unit.name, form });
};

/** 'YYMMDD' of the Vietnamese day: also the period of the counter. */
export const codeDay = (date: PlainDate): string => `${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8, 10)}`;

/** Everything of the code but its number: '000.18.60.H27-191118-'. */
export const dossierCodePrefix = (agencyCode: string, date: PlainDate): string => `${agencyCode}-${codeDay(date)}-`;

export const formatDossierCode = (agencyCode: string, date: PlainDate, number: number): DossierCode =>
  `${dossierCodePrefix(agencyCode, date)}${String(number).padStart(4, '0')}` as DossierCode;

export type ParsedDossierCode = {
  readonly code: DossierCode;
  readonly agencyCode: string;
  readonly form: AgencyCodeForm;
  readonly date: PlainDate;
  readonly number: number;
};

const SHAPE = /^(\d{3}\.\d{2}\.\d{2}\.[GH]\d{2}|[GH]\d{2}(?:\.\d{1,3}){0,4})-(\d{6}|\d{8})-(\d{4,})$/;

/** Undefined when it is not a dossier code in any form known; blanks around and lower case are forgiven. */
export const parseDossierCode = (text: string): ParsedDossierCode | undefined => {
  const tidy = text.trim().toUpperCase();
  const [, agencyCode, day, number] = SHAPE.exec(tidy) ?? [];
  if (agencyCode === undefined || day === undefined || number === undefined) return undefined;
  const full = day.length === 8 ? day : `20${day}`;
  const month = Number(full.slice(4, 6));
  const dayOfMonth = Number(full.slice(6, 8));
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  return {
    code: tidy as DossierCode,
    agencyCode,
    form: /^\d/.test(agencyCode) ? 'agencyCode2018' : 'agencyCode2025',
    date: `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}` as PlainDate,
    number: Number(number),
  };
};

/** Until the ministry's system gives its own: never to be taken for a dossier code. 'TAM-<mã đơn vị>-191118-0001' */
export const provisionalCode = (agencyCode: string, date: PlainDate, number: number): DossierCode =>
  `TAM-${formatDossierCode(agencyCode, date, number)}` as DossierCode;

export const isProvisionalCode = (code: string): boolean => code.startsWith('TAM-');

/** Whether a code is one of the same unit and kind as another, with this number of this period. */
export const isCodeBeside = (code: string, other: string, { period, number }: { readonly period: string; readonly number: number }): boolean => {
  const unit = /^(.+)-\d{6}-\d{4,}$/.exec(other)?.[1];
  return unit !== undefined && code === `${unit}-${period}-${String(number).padStart(4, '0')}`;
};
