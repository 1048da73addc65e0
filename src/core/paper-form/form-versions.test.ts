import { describe, expect, it } from 'vitest';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { formVersionOn, type FormTable } from './form-versions.ts';
import { type FormFacts, type SetFormVersion, setFormVersion, spanChanged } from './set-form-version.ts';
import { SHIPPED_FORMS } from './shipped-forms.ts';

const date = (text: string) => text as PlainDate;
const on = (text: string, table: FormTable = SHIPPED_FORMS) => formVersionOn(table, 'apology-notice', date(text));
const set = (more: Partial<SetFormVersion> = {}): SetFormVersion => ({
  baseVersion: 1, form: 'apology-notice', version: 'v2025', validFrom: date('2025-09-15'), instrument: 'TT 03/2025/TT-VPCP', mark: 'verified',
  decision: 'CV 9/UBND', reason: 'Đã thấy bản gốc', ...more,
});
const decide = (more: Partial<SetFormVersion> = {}, facts: Partial<FormFacts> = {}) => setFormVersion(set(more), { newest: SHIPPED_FORMS, ...facts });
const refusal = (...given: Parameters<typeof decide>) => {
  const decided = decide(...given);
  return decided.ok ? undefined : decided.refusal;
};

describe('the version in force', () => {
  it('is that of 2018 in November 2019 and still on 1 July 2025, that of 2025 in November 2026', () => {
    expect(['2019-11-18', '2025-07-01', '2026-11-23'].map((day) => on(day))).toEqual(['v2018', 'v2018', 'v2025']);
  });

  it('holds from its first day on; before the first row the first is used', () => {
    expect(['2018-12-31', '2025-10-31', '2025-11-01'].map((day) => on(day))).toEqual(['v2018', 'v2018', 'v2025']);
  });

  it('is the form’s own: another form keeps its day', () => {
    const changed = decide();
    const table = changed.ok ? changed.value.table : SHIPPED_FORMS;
    expect([on('2025-09-15', table), formVersionOn(table, 'stop-notice', date('2025-09-15'))]).toEqual(['v2025', 'v2018']);
  });
});

describe('setting a row', () => {
  it('makes the next version of the table and leaves the one before as it was', () => {
    expect(decide()).toMatchObject({ ok: true, value: { table: { version: 2 }, before: { validFrom: '2025-11-01', mark: 'assumed' }, after: { validFrom: '2025-09-15', mark: 'verified' } } });
    expect(on('2025-09-15')).toBe('v2018');
  });

  it('asks about the days that get another version, and no others', () => {
    expect(spanChanged(SHIPPED_FORMS, set())).toEqual({ from: '2025-09-15', until: '2025-11-01' });
    expect(spanChanged(SHIPPED_FORMS, set({ validFrom: date('2026-12-01') }))).toEqual({ from: '2025-11-01', until: '2026-12-01' });
    expect(spanChanged(SHIPPED_FORMS, set({ validFrom: date('2025-11-01') }))).toBeUndefined();
    expect(spanChanged(SHIPPED_FORMS, set({ version: 'v2018', validFrom: date('2019-02-01') }))).toBeUndefined();
  });

  it('is refused where papers were issued on those days, with the day that would do', () => {
    const issued = { count: 12, firstOn: date('2025-09-20'), lastOn: date('2025-10-03') };
    expect(refusal({}, { issued })).toEqual({ kind: 'papers-issued', form: 'apology-notice', ...issued, earliest: '2025-10-04' });
    expect(refusal({ validFrom: date('2026-12-01') }, { issued })).toEqual({ kind: 'papers-issued', form: 'apology-notice', ...issued, latest: '2025-09-20' });
  });

  it('is refused when nothing changes, in another era, when the order is broken, and when another was quicker', () => {
    expect(refusal({ ...SHIPPED_FORMS.rows.find((row) => row.form === 'apology-notice' && row.version === 'v2025') })).toEqual({ kind: 'nothing-changed' });
    expect(refusal({ validFrom: date('2019-01-06') })).toMatchObject({ kind: 'order-broken', other: { version: 'v2018' } });
    expect(refusal({ version: 'v2018', validFrom: date('2026-01-01') })).toMatchObject({ kind: 'order-broken', other: { version: 'v2025' } });
    expect(refusal({ validFrom: date('2568-11-01') })).toEqual({ kind: 'year-out-of-reach', validFrom: '2568-11-01' });
    const made = { byName: 'Quản trị', at: '2026-11-23T08:00:00+07:00' as Moment, reason: 'Khác' };
    expect(refusal({ baseVersion: 0 }, { made })).toEqual({ kind: 'changed-meanwhile', version: 1, ...made });
  });
});
