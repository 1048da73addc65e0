import { expect, it } from 'vitest';
import { type Moment, type PlainDate, type WallTime, momentAt } from '#core/kernel/moment.ts';
import type { SetPostalRuleRefused } from '#core/transit/set-postal-rule.ts';
import { postalRuleRefusalText } from './postal-rules.ts';

const on = (text: string): PlainDate => text as PlainDate;
const at: Moment = momentAt(on('2026-11-25'), '08:30' as WallTime);
const refusals: readonly (readonly [SetPostalRuleRefused, RegExp])[] = [
  [{ kind: 'changed-meanwhile', version: 3, byName: 'Trần Thị Hoa Ban', at, reason: 'Văn bản mới' }, /phiên bản 3; Trần Thị Hoa Ban sửa .*25\/11\/2026.*lý do: Văn bản mới\./],
  [{ kind: 'changed-meanwhile', version: 3 }, /^Quy tắc nay ở phiên bản 3\. /],
  [{ kind: 'nothing-changed' }, /không có phiên bản mới/],
  [{ kind: 'year-out-of-reach', validFrom: on('9999-01-01') }, /01\/01\/9999 có năm 9999/],
  [{ kind: 'rule-begins-too-early', validFrom: on('2026-11-25'), earliest: on('2026-11-26') }, /từ 26\/11\/2026 trở đi/],
  [{ kind: 'rule-holds-already', validFrom: on('2025-07-01'), earliest: on('2026-11-26') }, /01\/07\/2025 đã có hiệu lực.*từ 26\/11\/2026 trở đi/],
  [{ kind: 'zones-differ', zones: ['within-commune', 'inter-province'] }, /trong cùng xã; liên tỉnh/],
  [{ kind: 'slip-before-post', zone: 'within-province' }, /^Chuyển giữa các xã trong tỉnh: /],
  [{ kind: 'further-before-near' }, /liên tỉnh không được ngắn hơn trong tỉnh/],
];

it.each(refusals)('%o is told with what to do', (refusal, told) => {
  const { title, detail, fieldErrors } = postalRuleRefusalText(refusal);
  for (const text of [title, detail]) expect(text).toBe(text.normalize('NFC'));
  expect(detail).toMatch(/^\p{Lu}.+\.$/u);
  expect(detail).toMatch(told);
  expect(fieldErrors?.map(({ path }) => path) ?? []).toEqual(refusal.kind === 'year-out-of-reach' || refusal.kind === 'rule-begins-too-early' ? ['validFrom'] : []);
});
