import { expect, test } from 'vitest';
import { HOURS, OTHER_SPECIALIST, RECORDS, SIGNER, SPECIALIST, at, officeDossier } from '#testing/office-dossier.ts';
import type { Due } from '../deadline/due.ts';
import type { PlainDate } from '../kernel/moment.ts';
import type { LegalExtension } from '../procedure/procedure.ts';
import { type ExtendFacts, extendDossier } from './extend-dossier.ts';

const DUE: Due = { due: at('2019-11-22T17:30'), countsFrom: at('2019-11-18T08:00'), explanation: [], dependsOnUnconfirmed: false, calendarVersion: 'test@1' };
const by = (limit: LegalExtension['by']): LegalExtension => ({ extensionId: 'verify', ground: 'Cần xác minh', law: 'Luật Hộ tịch 2014 Đ.28.2', by: limit });
const VERIFY = by({ kind: 'working-days', days: 3 });
const COMMAND = { expectedRevision: 3, extensionId: 'verify', decidedOn: '2019-11-21' as PlainDate };
const extend = (over: Partial<ExtendFacts> = {}, command = COMMAND) => extendDossier(command, {
  dossier: officeDossier({ due: DUE }), actor: SPECIALIST, allowed: [VERIFY], hours: HOURS, now: at('2019-11-21T16:00'), ...over,
});
const kindOf = (result: ReturnType<typeof extend>): string => (result.ok ? 'ok' : result.refusal.kind);

test('the law says by how much: the end of the third working day after the old one', () => {
  expect(extend()).toEqual({ ok: true, value: { extension: VERIFY, oldDue: DUE.due, newDue: at('2019-11-27T17:30') } });
});

test('calendar days roll off a rest day, hours run on in sessions', () => {
  expect(extend({ allowed: [by({ kind: 'calendar-days', days: 1 })] })).toMatchObject({ value: { newDue: at('2019-11-25T17:30') } });
  expect(extend({ allowed: [by({ kind: 'working-hours', hours: 2 })] })).toMatchObject({ value: { newDue: at('2019-11-25T09:30') } });
});

test('only on a ground that the version names, once, before the time is over', () => {
  expect(kindOf(extend({ allowed: [] }))).toBe('extension-not-allowed');
  expect(kindOf(extend({}, { ...COMMAND, extensionId: 'khac' }))).toBe('extension-not-allowed');
  expect(kindOf(extend({ extendedBefore: at('2019-11-20T08:00') }))).toBe('already-extended');
  expect(kindOf(extend({ now: at('2019-11-22T17:31') }))).toBe('extension-too-late');
  expect(kindOf(extend({ now: at('2019-11-22T17:30') }))).toBe('ok');
  expect(kindOf(extend({ dossier: officeDossier() }))).toBe('no-due-date');
});

test('the decision is not of tomorrow', () => {
  expect(kindOf(extend({}, { ...COMMAND, decidedOn: '2019-11-22' as PlainDate }))).toBe('decided-in-future');
});

test('by who is in charge or signs, from the screen of now', () => {
  const held = officeDossier({ due: DUE, assigneeId: SPECIALIST.accountId, assigneeName: SPECIALIST.name });
  expect(kindOf(extend({ dossier: held, actor: OTHER_SPECIALIST }))).toBe('not-your-step');
  expect(kindOf(extend({ dossier: held, actor: SIGNER }))).toBe('ok');
  expect(kindOf(extend({ actor: RECORDS }))).toBe('role-not-allowed');
  expect(kindOf(extend({}, { ...COMMAND, expectedRevision: 2 }))).toBe('changed-meanwhile');
});
