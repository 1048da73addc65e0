import { expect, test } from 'vitest';
import { HEAD, OTHER_SPECIALIST, RECORDS, SIGNER, SPECIALIST, at, officeDossier } from '#testing/office-dossier.ts';
import { type TurnBackCommand, type TurnBackFacts, turnBackSupplement } from './turn-back-supplement.ts';

const ITEMS = [
  { name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0 },
  { name: 'Tờ khai', original: 0, certifiedCopy: 0, plainCopy: 0, reason: 'Ghi lại ngày sinh' },
];
const COMMAND: TurnBackCommand = { expectedRevision: 3, answerNo: 1, reason: 'Ảnh mờ, không đọc được', missing: ['Giấy chứng sinh'] };
const dossier = officeDossier({ state: 'supplement-asked', assigneeId: SPECIALIST.accountId, assigneeName: SPECIALIST.name });
const turnBack = (command: Partial<TurnBackCommand> = {}, over: Partial<TurnBackFacts> = {}) => turnBackSupplement({ ...COMMAND, ...command }, {
  dossier, actor: SPECIALIST, items: ITEMS, answer: { answerNo: 1, sentAt: at('2019-11-20T21:15'), names: ['Giấy chứng sinh'] }, turnedBackBefore: 0, ...over,
});
const kindOf = (result: ReturnType<typeof turnBack>): string => (result.ok ? 'ok' : result.refusal.kind);

test('it goes back naming what is still missing, as it was asked for', () => {
  expect(turnBack({ missing: ['tờ khai', 'GIẤY CHỨNG SINH'] })).toEqual({ ok: true, value: { repeated: false, missing: ['Giấy chứng sinh', 'Tờ khai'] } });
});

test('once by who works on it; again only by who leads, and marked', () => {
  expect(kindOf(turnBack({}, { turnedBackBefore: 1 }))).toBe('turned-back-before');
  expect(turnBack({}, { turnedBackBefore: 1, actor: HEAD })).toMatchObject({ ok: true, value: { repeated: true } });
  expect(turnBack({}, { turnedBackBefore: 1, actor: SIGNER })).toMatchObject({ ok: true, value: { repeated: true } });
});

test('nothing new is asked by the way: what is missing stands on the list', () => {
  expect(turnBack({ missing: ['Giấy chứng sinh', 'Giấy khác'] })).toEqual({ ok: false, refusal: { kind: 'not-on-the-list', names: ['Giấy khác'] } });
  expect(kindOf(turnBack({ missing: [] }))).toBe('not-on-the-list');
});

test('what is not there, or is another, cannot go back', () => {
  expect(kindOf(turnBack({}, { answer: undefined }))).toBe('no-answer-waits');
  expect(kindOf(turnBack({ answerNo: 2 }))).toBe('no-answer-waits');
});

test('by who is in charge, while it is waited for, from the screen of now', () => {
  expect(kindOf(turnBack({}, { actor: OTHER_SPECIALIST }))).toBe('not-your-step');
  expect(kindOf(turnBack({}, { actor: RECORDS }))).toBe('role-not-allowed');
  expect(kindOf(turnBack({}, { dossier: officeDossier() }))).toBe('act-not-possible');
  expect(kindOf(turnBack({ expectedRevision: 2 }))).toBe('changed-meanwhile');
});
