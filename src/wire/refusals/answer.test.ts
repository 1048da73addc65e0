import { expect, it } from 'vitest';
import type { AnswerRefused, SentFault } from '#core/dossier/answer-supplement.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { answerRefusalText, sentFaultText } from './answer.ts';

const MB = 1_048_576;
const FAULTS: readonly SentFault[] = [
  { kind: 'nothing-sent' }, { kind: 'too-many-files', most: 20 }, { kind: 'too-heavy', mostBytes: 40 * MB }, { kind: 'file-too-large', itemNo: 1, mostBytes: 10 * MB }, { kind: 'file-unreadable', itemNo: 2 },
];
const REFUSALS: readonly AnswerRefused[] = [
  { kind: 'not-waited-for', state: 'stopped' }, { kind: 'not-taken-online' }, { kind: 'answer-awaits', sentAt: '2019-11-20T21:15:00+07:00' as Moment }, { kind: 'files-at-fault', faults: FAULTS },
];

it.each([...FAULTS.map((fault) => [fault.kind, sentFaultText(fault)] as const), ...REFUSALS.map((refusal) => [refusal.kind, answerRefusalText(refusal)] as const)])('%s says what is wrong and what to do', (_kind, text) => {
  expect(text).toBe(text.normalize('NFC'));
  expect(text).toMatch(/^\p{Lu}.+\.$/u);
  expect(text).not.toMatch(/undefined|NaN|\[object/u);
});

it('sizes are said as people say them', () => {
  expect(sentFaultText({ kind: 'file-too-large', itemNo: 1, mostBytes: 10 * MB })).toContain('10 MB');
});
