// The heading of a desk's papers: two lines that never say the same.
import { describe, expect, test } from 'vitest';
import { unitTree } from '#core/organisation/units.ts';
import { DESKS_2019, UNITS_2019 } from '#demo/kybac-2019/organisation.ts';
import { DESKS_2026, UNITS_2026 } from '#demo/hatinh-2026/organisation.ts';
import { deskHead } from './slip-parts.ts';

const headOf = (units: typeof UNITS_2026, desks: typeof DESKS_2026, deskId: string): { superior: string | undefined; agency: string } => {
  const desk = desks.find((one) => one.deskId === deskId);
  if (!desk) throw new Error(`no desk ${deskId}`);
  const { superiorAgency, agency } = deskHead({ desk, units: unitTree(units) });
  return { superior: superiorAgency, agency };
};

describe('the heading of a desk', () => {
  test('a one-stop section stands under the committee that receives', () => {
    expect(headOf(UNITS_2019, DESKS_2019, 'ky-bac')).toEqual({ superior: 'Ủy ban nhân dân xã Kỳ Bắc', agency: 'Bộ phận Tiếp nhận và Trả kết quả' });
  });

  test('a centre that receives by itself stands under its committee, not under its own name', () => {
    expect(headOf(UNITS_2026, DESKS_2026, 'ky-xuan')).toEqual({ superior: 'Ủy ban nhân dân xã Kỳ Xuân', agency: 'Trung tâm Phục vụ hành chính công xã Kỳ Xuân' });
  });
});
