import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../kernel/moment.ts';
import type { DeskId, UnitId } from '../organisation/organisation.ts';
import { checklistFor, limitFor, transferInForce, versionInForce } from './in-force.ts';
import { missingPapers } from './missing-papers.ts';
import type { ChecklistItem, ProcedureCode, TransferEntry } from './procedure.ts';

const on = (text: string): PlainDate => text as PlainDate;

describe('what is in force', () => {
  test('is the version of the day of intake', () => {
    const versions = [{ version: 1, validFrom: on('2018-01-01'), validTo: on('2025-07-01') }, { version: 2, validFrom: on('2025-07-01') }];
    expect(versionInForce(versions, on('2019-11-18'))?.version).toBe(1);
    expect(versionInForce(versions, on('2025-07-01'))?.version).toBe(2);
    expect(versionInForce(versions, on('2017-01-01'))).toBeUndefined();
  });

  test('a desk receives only what stands in the transfer register that day', () => {
    const entry: TransferEntry = {
      deskId: 'ky-bac' as DeskId, procedureCode: '1.001193' as ProcedureCode, agencyUnitId: 'xa-ky-bac' as UnitId,
      mode: 'support', validFrom: on('2019-11-18'), validTo: on('2025-07-01'), decision: 'QĐ 2333/QĐ-UBND',
    };
    const find = (desk: string, code: string, date: string): unknown => transferInForce([entry], desk as DeskId, code as ProcedureCode, on(date));
    expect(find('ky-bac', '1.001193', '2019-11-18')).toBe(entry);
    expect(find('ky-bac', '1.001193', '2019-11-17')).toBeUndefined();
    expect(find('ky-bac', '1.001193', '2025-07-01')).toBeUndefined();
    expect(find('ky-bac', '1.000894', '2019-11-18')).toBeUndefined();
    expect(find('ky-phong', '1.001193', '2019-11-18')).toBeUndefined();
  });

  test('a channel has its own limit, or that of the counter', () => {
    const version = { limits: [
      { channel: 'counter', limit: { kind: 'working-days', days: 3 } },
      { channel: 'online', limit: { kind: 'clock-hours', hours: 24 } },
    ] } as const;
    expect(limitFor(version, 'online')).toEqual({ kind: 'clock-hours', hours: 24 });
    expect(limitFor(version, 'post')).toEqual({ kind: 'working-days', days: 3 });
    expect(limitFor({ limits: [] }, 'counter')).toBeUndefined();
  });

  test('a case that is not there has no checklist, which is not an empty one', () => {
    const version = { cases: [{ caseId: 'usual', name: 'Thông thường', checklist: [] }] };
    expect(checklistFor(version, 'usual')).toEqual([]);
    expect(checklistFor(version, 'other')).toBeUndefined();
  });
});

describe('missing papers', () => {
  const item = (itemId: string, more: Partial<ChecklistItem>): ChecklistItem =>
    ({ itemId, name: `Giấy ${itemId}`, required: true, original: 0, certifiedCopy: 0, plainCopy: 0, ...more });
  const checklist = [
    item('form', { original: 1 }),
    item('land', { certifiedCopy: 2 }),
    item('photo', { plainCopy: 1 }),
    item('card', { shownOnly: true }),
    item('extra', { required: false, original: 1 }),
  ];

  test('are told once and completely', () => {
    expect(missingPapers({ checklist }, [])).toEqual([
      { itemId: 'form', name: 'Giấy form', original: 1, certifiedCopy: 0, plainCopy: 0, shownOnly: false },
      { itemId: 'land', name: 'Giấy land', original: 0, certifiedCopy: 2, plainCopy: 0, shownOnly: false },
      { itemId: 'photo', name: 'Giấy photo', original: 0, certifiedCopy: 0, plainCopy: 1, shownOnly: false },
      { itemId: 'card', name: 'Giấy card', original: 1, certifiedCopy: 0, plainCopy: 0, shownOnly: true },
    ]);
  });

  test('are none when all is there', () => {
    expect(missingPapers({ checklist }, [
      { itemId: 'form', form: 'original', count: 1 }, { itemId: 'land', form: 'certified-copy', count: 2 },
      { itemId: 'photo', form: 'plain-copy', count: 1 }, { itemId: 'card', form: 'original', count: 1, shownOnly: true },
    ])).toEqual([]);
  });

  test('count what is short, not the whole', () => {
    expect(missingPapers({ checklist: [item('land', { certifiedCopy: 2 })] }, [{ itemId: 'land', form: 'certified-copy', count: 1 }])[0]?.certifiedCopy).toBe(1);
  });

  test('a better paper stands for a weaker one, never the other way', () => {
    const land = [item('land', { certifiedCopy: 1 })];
    expect(missingPapers({ checklist: land }, [{ itemId: 'land', form: 'original', count: 1 }])).toEqual([]);
    expect(missingPapers({ checklist: land }, [{ itemId: 'land', form: 'plain-copy', count: 1 }])).toHaveLength(1);
    const form = [item('form', { original: 1 })];
    expect(missingPapers({ checklist: form }, [{ itemId: 'form', form: 'certified-copy', count: 1 }])).toHaveLength(1);
  });

  test('one original cannot stand for itself and for its copy', () => {
    const both = [item('birth', { original: 1, plainCopy: 1 })];
    expect(missingPapers({ checklist: both }, [{ itemId: 'birth', form: 'original', count: 1 }])[0]).toMatchObject({ original: 0, plainCopy: 1 });
    expect(missingPapers({ checklist: both }, [{ itemId: 'birth', form: 'original', count: 2 }])).toEqual([]);
  });

  test('a paper whose number no source gives is there with any one', () => {
    const any = [item('proof', {})];
    expect(missingPapers({ checklist: any }, [])).toHaveLength(1);
    expect(missingPapers({ checklist: any }, [{ itemId: 'proof', form: 'plain-copy', count: 1 }])).toEqual([]);
  });

  test('a paper with a count of zero is not there', () => {
    expect(missingPapers({ checklist: [item('card', { shownOnly: true })] }, [{ itemId: 'card', form: 'original', count: 0 }])).toHaveLength(1);
  });
});
