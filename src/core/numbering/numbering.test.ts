import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../kernel/moment.ts';
import type { UnitId } from '../organisation/organisation.ts';
import { agencyCodeOn, dossierCodePrefix, formatDossierCode, isCodeBeside, isProvisionalCode, parseDossierCode, provisionalCode } from './dossier-code.ts';
import { bookNameOf, certificationSeries, dossierSeries, formatCertificationNumber, formatPaperNumber, paperSeries, provisionalSeries } from './series.ts';

const on = (text: string): PlainDate => text as PlainDate;
const unit = { unitId: 'xa-ky-bac' as UnitId, name: 'UBND xã Kỳ Bắc', agencyCode2018: '000.18.60.H27', agencyCode2025: 'H27.18.60' };

describe('a dossier code', () => {
  test('has the form of its day', () => {
    const code = (date: string): string => {
      const agency = agencyCodeOn(unit, on(date));
      return agency.ok ? formatDossierCode(agency.value, on(date), 1) : agency.refusal.kind;
    };
    expect(code('2019-11-18')).toBe('000.18.60.H27-191118-0001');
    expect(code('2025-06-30')).toBe('000.18.60.H27-250630-0001');
    expect(code('2025-07-01')).toBe('H27.18.60-250701-0001');
    expect(code('2026-11-23')).toBe('H27.18.60-261123-0001');
  });

  test('is refused to a unit without an identifier in the form of the day', () => {
    expect(agencyCodeOn({ ...unit, agencyCode2025: undefined }, on('2026-11-23'))).toEqual({
      ok: false, refusal: { kind: 'agency-code-missing', unitId: 'xa-ky-bac', unitName: 'UBND xã Kỳ Bắc', form: 'agencyCode2025' },
    });
  });

  test('goes on after 9999 in a day', () => {
    expect(formatDossierCode('H27.18.60', on('2026-11-23'), 12_345)).toBe('H27.18.60-261123-12345');
    expect(parseDossierCode('H27.18.60-261123-12345')?.number).toBe(12_345);
  });

  test.each([
    ['000.00.06.H56-231027-0361', '000.00.06.H56', 'agencyCode2018', '2023-10-27', 361],
    ['H15.50.05.13-261008-0975', 'H15.50.05.13', 'agencyCode2025', '2026-10-08', 975],
    ['H56.14-240823-0001', 'H56.14', 'agencyCode2025', '2024-08-23', 1],
    ['G09.20-20260609-0092637', 'G09.20', 'agencyCode2025', '2026-06-09', 92_637],
    [' 000.18.60.h27-191118-0001 ', '000.18.60.H27', 'agencyCode2018', '2019-11-18', 1],
  ] as const)('%s is read', (text, agencyCode, form, date, number) => {
    expect(parseDossierCode(text)).toMatchObject({ agencyCode, form, date, number });
  });

  test.each(['', '000.18.60.H27', '000.18.60.H27-191118', '000.18.60.H27-191118-001', '000.18.60.H27-191318-0001', 'X27.18-191118-0001', 'TAM-H27.18.60-261123-0001'])(
    '"%s" is none', (text) => expect(parseDossierCode(text)).toBeUndefined(),
  );

  test('starts with all but its number', () => {
    expect(formatDossierCode('H27.18.60', on('2026-11-23'), 7)).toBe(`${dossierCodePrefix('H27.18.60', on('2026-11-23'))}0007`);
  });

  test('while another system has not given it, is provisional and cannot be taken for one', () => {
    const code = provisionalCode('H27.18.60', on('2026-11-23'), 3);
    expect(code).toBe('TAM-H27.18.60-261123-0003');
    expect(isProvisionalCode(code)).toBe(true);
    expect(isProvisionalCode('H27.18.60-261123-0003')).toBe(false);
  });
});

test('a code stands beside another when it is of the same unit and kind, with the number and period said', () => {
  const number = { period: '191118', number: 7 };
  expect(isCodeBeside('000.22.36.H27-191118-0007', '000.22.36.H27-191119-0021', number)).toBe(true);
  expect(isCodeBeside('TAM-H27.18.60-191118-0007', 'TAM-H27.18.60-191118-0021', number)).toBe(true);
  for (const code of ['000.22.36.H27-191118-0008', '000.22.36.H27-191119-0007', '000.22.37.H27-191118-0007', 'TAM-000.22.36.H27-191118-0007', '0007']) {
    expect([code, isCodeBeside(code, '000.22.36.H27-191119-0021', number)]).toEqual([code, false]);
  }
});

describe('a number series', () => {
  const unitId = unit.unitId;

  test('of dossiers is of the unit and the day', () => {
    expect(dossierSeries(unitId, on('2019-11-18'))).toEqual({ series: 'dossier:xa-ky-bac', period: '191118' });
    expect(provisionalSeries(unitId, on('2019-11-18')).series).not.toBe(dossierSeries(unitId, on('2019-11-18')).series);
  });

  test('of papers is of the form, the unit and the year', () => {
    expect(paperSeries('supplement-request', unitId, on('2019-11-18'))).toEqual({ series: 'paper:supplement-request:xa-ky-bac', period: '2019' });
    expect(formatPaperNumber('supplement-request', 5)).toBe('05/HDHS');
    expect(formatPaperNumber('intake-receipt', 1234)).toBe('1234/TNHS');
  });

  test('of certifications is of the book, the unit and the year', () => {
    const book = certificationSeries('SCT/BS', unitId, on('2019-11-18'));
    expect(book).toEqual({ series: 'certification:SCT/BS:xa-ky-bac', period: '2019' });
    expect(formatCertificationNumber(123, bookNameOf(book, 1))).toBe('Số chứng thực 123, quyển số 01/2019-SCT/BS');
  });
});
