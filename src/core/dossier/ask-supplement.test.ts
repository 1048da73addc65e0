import { expect, test } from 'vitest';
import { HEAD, HOURS, OTHER_SPECIALIST, SIGNER, SPECIALIST, at, officeDossier } from '#testing/office-dossier.ts';
import { type AskSupplementCommand, type AskSupplementFacts, askSupplement, supplementAskBy } from './ask-supplement.ts';

const COMMAND: AskSupplementCommand = {
  expectedRevision: 3, reason: 'Chưa đủ giấy tờ',
  items: [{ name: 'Bản sao giấy chứng sinh', original: 0, certifiedCopy: 1, plainCopy: 0 }],
};
const ask = (over: Partial<AskSupplementFacts>, command = COMMAND) =>
  askSupplement(command, { dossier: officeDossier(), actor: SPECIALIST, requestsBefore: 0, hours: HOURS, now: at('2019-11-22T17:00'), ...over });

test('the third working day from intake is still in time, a holiday is not counted', () => {
  // received Monday 18/11; Wednesday 20/11 is a holiday: the third working day is Friday 22/11
  expect(supplementAskBy(officeDossier(), HOURS)).toBe(at('2019-11-22T17:30'));
  expect(ask({})).toEqual({ ok: true, value: { requestNo: 1, late: false, repeated: false, answerBy: undefined } });
});

test('asking later is marked late, not hindered', () => {
  expect(ask({ now: at('2019-11-25T07:40') })).toMatchObject({ ok: true, value: { late: true } });
});

test('a second request is asked by who leads, with the ground, and is marked', () => {
  const again = { ...COMMAND, secondGround: 'Giấy tờ đã nộp bị phát hiện tẩy xóa' };
  expect(ask({ requestsBefore: 1 }, again)).toEqual({ ok: false, refusal: { kind: 'second-request', why: 'leader-asks' } });
  expect(ask({ requestsBefore: 1, actor: HEAD })).toEqual({ ok: false, refusal: { kind: 'second-request', why: 'ground-needed' } });
  expect(ask({ requestsBefore: 1, actor: HEAD }, again)).toMatchObject({ ok: true, value: { requestNo: 2, repeated: true } });
  expect(ask({ requestsBefore: 1, actor: SIGNER }, again).ok).toBe(true);
});

test('the citizen has until the end of the last working day named', () => {
  expect(ask({}, { ...COMMAND, answerWithinWorkingDays: 7 })).toMatchObject({ ok: true, value: { answerBy: at('2019-12-03T17:30') } });
});

test('a line asks for a paper or says what to change', () => {
  const empty = { name: 'Tờ khai', original: 0, certifiedCopy: 0, plainCopy: 0 };
  expect(ask({}, { ...COMMAND, items: [...COMMAND.items, empty] })).toEqual({ ok: false, refusal: { kind: 'nothing-asked', line: 1 } });
  expect(ask({}, { ...COMMAND, items: [{ ...empty, reason: 'Ghi lại ngày sinh' }] }).ok).toBe(true);
});

test('a colleague’s dossier is not asked about', () => {
  const dossier = officeDossier({ assigneeId: SPECIALIST.accountId, assigneeName: SPECIALIST.name });
  expect(ask({ dossier, actor: OTHER_SPECIALIST })).toMatchObject({ ok: false, refusal: { kind: 'not-your-step' } });
});
