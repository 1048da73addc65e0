import { expect, it } from 'vitest';
import { birth } from '#testing/desk-facts.ts';
import { setLinkedAgencies } from './linked-agencies.ts';
import type { LinkedAgency } from './procedure.ts';

const POST: LinkedAgency = { agency: 'Bảo hiểm xã hội', limit: { kind: 'working-days', days: 5 }, source: 'QĐ 1/2026' };
const POLICE: LinkedAgency = { agency: 'Công an xã', limit: { kind: 'working-days', days: 7 }, source: 'Luật Cư trú Đ.22' };
const set = (linked: readonly LinkedAgency[], procedure = birth, baseVersion = procedure.version) => setLinkedAgencies({ baseVersion, linked }, procedure);

it('agencies stand in the order they work, the rest of the procedure as it was', () => {
  expect(set([POLICE, POST])).toEqual({ ok: true, value: { ...birth, linked: [POLICE, POST] } });
  expect(set([POST, POLICE], { ...birth, linked: [POLICE, POST] })).toMatchObject({ ok: true, value: { linked: [POST, POLICE] } });
});

it('an emptied list is no list', () => {
  expect(set([], { ...birth, linked: [POST] })).toEqual({ ok: true, value: birth });
});

it('one agency twice, nothing new, or another version meanwhile is refused', () => {
  expect(set([POST, { ...POST, source: 'khác' }])).toEqual({ ok: false, refusal: { kind: 'agency-twice', agency: 'Bảo hiểm xã hội' } });
  expect(set([{ source: 'QĐ 1/2026', limit: { days: 5, kind: 'working-days' }, agency: 'Bảo hiểm xã hội' }], { ...birth, linked: [POST] })).toEqual({ ok: false, refusal: { kind: 'nothing-changed' } });
  expect(set([POST], birth, birth.version + 1)).toEqual({ ok: false, refusal: { kind: 'procedure-changed', version: birth.version } });
});
