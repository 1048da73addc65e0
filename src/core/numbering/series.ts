// Number series: one row of the counter per series and period, so that numbers have no gaps and no
// two units wait for each other. Dossiers count by unit and day, papers by form, unit and year,
// certifications by unit, book and year, a desk's register by desk and year.
// @law TT 01/2018/TT-VPCP Đ.10, Đ.19; NĐ 30/2020/NĐ-CP Đ.15; NĐ 23/2015/NĐ-CP Đ.13, Đ.14
import type { PlainDate } from '../kernel/moment.ts';
import type { DeskId, UnitId } from '../organisation/organisation.ts';
import { codeDay } from './dossier-code.ts';

/** The key of one row of number_counter. */
export type NumberSeries = { readonly series: string; readonly period: string };

export const dossierSeries = (receivingUnitId: UnitId, date: PlainDate): NumberSeries =>
  ({ series: `dossier:${receivingUnitId}`, period: codeDay(date) });

/** Provisional slips never use up a number of the real series. */
export const provisionalSeries = (receivingUnitId: UnitId, date: PlainDate): NumberSeries =>
  ({ series: `provisional:${receivingUnitId}`, period: codeDay(date) });

export const PAPER_SYMBOLS = {
  'intake-receipt': 'TNHS',
  'residence-receipt': 'TNHS',
  'supplement-request': 'HDHS',
  'refusal-notice': 'TCHS',
  'apology-notice': 'XLHS',
  'stop-notice': 'DGQ',
  'guidance-slip': 'HD',
  'hand-over-record': 'BBGN',
  'posting-slip': 'PGHS',
  'withdrawal-note': 'RHS',
  invitation: 'GM',
  'stock-count-record': 'BBKK',
  'complaint-receipt': 'TNKN',
  'complaint-notice': 'TBKN',
  'liability-minute': 'BBTN',
  'remittance-slip': 'BKNT',
} as const;
export type NumberedPaper = keyof typeof PAPER_SYMBOLS;

export const paperSeries = (paper: NumberedPaper, unitId: UnitId, date: PlainDate): NumberSeries =>
  ({ series: `paper:${paper}:${unitId}`, period: date.slice(0, 4) });

/** '05/HDHS': numbers under 10 carry a leading zero. */
export const formatPaperNumber = (paper: NumberedPaper, number: number): string =>
  `${String(number).padStart(2, '0')}/${PAPER_SYMBOLS[paper]}`;

/** SCT/BS copies, SCT/CK signatures, SCT/HĐ,GD contracts. */
export type CertificationBook = 'SCT/BS' | 'SCT/CK,ĐC' | 'SCT/HĐ,GD';

export const certificationSeries = (book: CertificationBook, unitId: UnitId, date: PlainDate): NumberSeries =>
  ({ series: `certification:${book}:${unitId}`, period: date.slice(0, 4) });

/** 'Số chứng thực 123, quyển số 01/2019-SCT/BS'. */
export const formatCertificationNumber = (number: number, bookName: string): string =>
  `Số chứng thực ${number}, quyển số ${bookName}`;

/** The register's order number: of the desk and of the year in which the record reaches the server. */
export const registerSeries = (deskId: DeskId, date: PlainDate): NumberSeries =>
  ({ series: `register:${deskId}`, period: date.slice(0, 4) });

/**
 * '01/2026' of a register, '01/2019-SCT/BS' of certifications: the book's name on the receipt, on the clause and on its
 * own cover. The volume may be a mark that is known only when the number is taken.
 */
export const bookNameOf = ({ series, period }: NumberSeries, volume: number | string): string => {
  const [kind, book] = series.split(':');
  const name = `${String(volume).padStart(2, '0')}/${period}`;
  return kind === 'certification' ? `${name}-${book ?? ''}` : name;
};
