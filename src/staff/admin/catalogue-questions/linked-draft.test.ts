import { expect, it } from 'vitest';
import { linkedDrafts, makeLinked, newLinked } from './linked-draft.ts';

const LINKED = [{ agency: 'Công an xã', limit: { kind: 'working-days', days: 7 }, source: 'Luật Cư trú Đ.22' }, { agency: 'Bảo hiểm xã hội', limit: { kind: 'same-day' }, source: 'QĐ 1' }] as const;

it('what stands is typed again as it stands', () => {
  expect(makeLinked(linkedDrafts(LINKED))).toEqual({ ok: true, linked: LINKED });
  expect(makeLinked([])).toEqual({ ok: true, linked: [] });
});

it('an agency needs its name, its limit and its source, each said at its field', () => {
  expect(makeLinked([{ ...newLinked(), agency: 'Công an xã', time: '0', unit: 'working-days' }, newLinked()])).toEqual({ ok: false, errors: {
    'linked.0.limit.time': 'Nhập số lớn hơn 0.', 'linked.0.source': 'Ghi văn bản quy định thời hạn này.',
    'linked.1.agency': 'Ghi tên cơ quan phối hợp.', 'linked.1.limit.kind': 'Chọn cách tính thời hạn.', 'linked.1.limit.time': 'Nhập số lớn hơn 0.',
    'linked.1.source': 'Ghi văn bản quy định thời hạn này.',
  } });
});
