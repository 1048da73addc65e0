import { expect, test } from 'vitest';
import { HEAD, HOURS, OTHER_SPECIALIST, RECORDS, SPECIALIST, at, officeDossier } from '#testing/office-dossier.ts';
import { dossierClock } from '#testing/dossier-clock.ts';
import type { Moment } from '../kernel/moment.ts';
import { type RecordSupplementCommand, type RecordSupplementFacts, recordSupplement } from './record-supplement.ts';

const ITEMS = [
  { name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0 },
  { name: 'Tờ khai', original: 0, certifiedCopy: 0, plainCopy: 0, reason: 'Ghi lại ngày sinh' },
];
const COMMAND = { expectedRevision: 3, arrivedAt: at('2019-11-21T09:00'), papers: [{ name: 'Giấy chứng sinh' }], complete: true };
const dossier = officeDossier({ state: 'supplement-asked', assigneeId: SPECIALIST.accountId, assigneeName: SPECIALIST.name });
const record = (command: Partial<RecordSupplementCommand> = {}, over: Partial<RecordSupplementFacts> = {}) => recordSupplement({ ...COMMAND, ...command }, {
  dossier, actor: SPECIALIST, asked: { items: ITEMS, askedAt: at('2019-11-19T09:00') }, cameBefore: [], hours: HOURS, now: at('2019-11-21T10:00'), ...over,
});
const kindOf = (result: ReturnType<typeof record>): string => (result.ok ? 'ok' : result.refusal.kind);

test('what came by post makes the dossier complete, and the step begins again in the same hands', () => {
  expect(record()).toMatchObject({ ok: true, value: { complete: true, started: { stepNo: 1, assigneeName: SPECIALIST.name, dueAt: at('2019-11-22T10:00') } } });
});

test('the step that begins again ends no later than the dossier', () => {
  const clock = dossierClock(HOURS.calendar, HOURS.siteId, { receivedAt: at('2019-11-18T09:00'), limit: { kind: 'working-days', days: 1 } }, {
    kind: 'supplement-asked', at: at('2019-11-19T09:00'), policy: 'PAUSE',
  });
  const answer = record({}, { clock });
  const due = answer.ok ? answer.value.clock?.reading?.due : undefined;
  expect(due).toBe(at('2019-11-21T17:30'));
  expect(answer).toMatchObject({ ok: true, value: { started: { dueAt: due } } });
});

test('a part is kept, and the dossier waits on', () => {
  expect(record({ complete: false })).toEqual({ ok: true, value: { complete: false, arrivedAt: COMMAND.arrivedAt, clock: undefined } });
});

test('a line that asks to change something is answered by who looks at it; a missing paper is named', () => {
  expect(record({ papers: [{ name: 'Tờ khai' }] })).toEqual({ ok: false, refusal: { kind: 'still-missing', names: ['Giấy chứng sinh'] } });
  expect(record({ papers: [{ name: 'Tờ khai' }] }, { cameBefore: [{ name: 'GIẤY CHỨNG SINH' }] }).ok).toBe(true);
  expect(record({ papers: [{ name: 'Tờ khai' }], withoutReason: 'Tra cứu được trên hệ thống' }).ok).toBe(true);
});

test('it cannot have come before it was asked for, nor in the future', () => {
  expect(kindOf(record({ arrivedAt: at('2019-11-19T08:59') }))).toBe('arrived-at-wrong-time');
  // asked at 9:00:40, come at 9:00 by the clock on the wall
  const askedAt = '2019-11-19T09:00:40+07:00' as Moment;
  expect(record({ arrivedAt: at('2019-11-19T09:00') }, { asked: { items: ITEMS, askedAt } })).toMatchObject({ ok: true, value: { arrivedAt: askedAt } });
  expect(kindOf(record({ arrivedAt: at('2019-11-21T10:01') }))).toBe('arrived-at-wrong-time');
});

test('what was sent online came when it was sent, whenever the officer looks at it', () => {
  const sent = { papers: [{ name: 'Giấy chứng sinh' }], arrivedAt: undefined, answerNo: 1 };
  const answer = { answerNo: 1, sentAt: at('2019-11-19T21:30'), names: ['Giấy chứng sinh', 'Tờ khai'] };
  const clock = dossierClock(HOURS.calendar, HOURS.siteId, { receivedAt: at('2019-11-18T09:00'), limit: { kind: 'working-days', days: 1 } }, {
    kind: 'supplement-asked', at: at('2019-11-19T09:00'), policy: 'RESTART',
  });
  const taken = record(sent, { answer, clock });
  expect(taken).toMatchObject({ ok: true, value: { complete: true, arrivedAt: answer.sentAt } });
  // sent in the evening of the 19th: counted from the morning of the 21st (the 20th is a holiday), whether it is looked at then or a week later
  expect(taken.ok && taken.value.clock?.reading?.due).toBe(at('2019-11-22T17:30'));
  const later = record(sent, { answer, clock, now: at('2019-11-28T10:00') });
  expect(later.ok && later.value.clock?.reading?.due).toBe(at('2019-11-22T17:30'));
});

test('complete it is with its last part: what came by another way meanwhile moves the moment', () => {
  const clock = dossierClock(HOURS.calendar, HOURS.siteId, { receivedAt: at('2019-11-18T09:00'), limit: { kind: 'working-days', days: 1 } }, {
    kind: 'supplement-asked', at: at('2019-11-19T09:00'), policy: 'RESTART',
  }, { kind: 'supplied', at: at('2019-11-20T10:00'), complete: false });
  const answer = { answerNo: 1, sentAt: at('2019-11-19T21:30'), names: ['Giấy chứng sinh'] };
  expect(record({ arrivedAt: undefined, answerNo: 1 }, { answer, clock })).toMatchObject({ ok: true, value: { arrivedAt: at('2019-11-20T10:00') } });
});

test('only what waits, and of it only what was sent, is accepted', () => {
  const answer = { answerNo: 2, sentAt: at('2019-11-19T21:30'), names: ['Tờ khai'] };
  expect(kindOf(record({ answerNo: 1 }, { answer }))).toBe('no-answer-waits');
  expect(kindOf(record({ answerNo: 1 }))).toBe('no-answer-waits');
  expect(record({ answerNo: 2 }, { answer })).toEqual({ ok: false, refusal: { kind: 'not-sent', names: ['Giấy chứng sinh'] } });
});

test('by who is in charge, while it is waited for, from the screen of now', () => {
  expect(kindOf(record({}, { actor: OTHER_SPECIALIST }))).toBe('not-your-step');
  expect(kindOf(record({}, { actor: HEAD }))).toBe('ok');
  expect(kindOf(record({}, { actor: RECORDS }))).toBe('role-not-allowed');
  expect(kindOf(record({}, { dossier: officeDossier() }))).toBe('act-not-possible');
  expect(kindOf(record({ expectedRevision: 2 }))).toBe('changed-meanwhile');
});
