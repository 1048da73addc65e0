import { describe, expect, it, test } from 'vitest';
import { calendar } from '#testing/desk-facts.ts';
import { parties } from '#testing/desk-commands.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { newSigning, signingMessages, toSigning, withWitness } from '../signing-draft.ts';
import { asksReason } from './identity-kinds.ts';
import { hourTyped, lateEntryMessages, newLateEntry, toLateEntry } from './late-entry-draft.ts';

const now = '2019-11-20T07:30:00+07:00' as Moment;
const sheet = { date: '2019-11-18', hour: '15h10', bookletNumber: ' Q1-012 ', reason: 'Mất điện' };

test.each([['15:10', '15:10'], ['1510', '15:10'], ['7:05', '07:05'], ['7h05', '07:05'], ['24:00', undefined], ['7', undefined], ['', undefined]])(
  'an hour typed "%s" is %s', (typed, hour) => expect(hourTyped(typed)).toBe(hour),
);

describe('a sheet of the booklet', () => {
  it('becomes the real time, its number and its reason', () => {
    expect(toLateEntry(sheet)).toEqual({ receivedAt: '2019-11-18T15:10:00+07:00', bookletNumber: 'Q1-012', reason: 'Mất điện' });
    expect(lateEntryMessages(sheet, { now, calendar })).toEqual({});
  });
  it('says at each box what is still to be written', () => {
    expect(Object.keys(lateEntryMessages(newLateEntry(now), { now, calendar }))).toEqual(['lateEntry.hour', 'lateEntry.bookletNumber', 'lateEntry.reason']);
  });
  it('of long ago or of tomorrow is told so before it is sent', () => {
    expect(lateEntryMessages({ ...sheet, date: '2019-10-01' }, { now, calendar })['lateEntry.date']).toContain('5 ngày làm việc');
    expect(lateEntryMessages({ ...sheet, date: '2019-11-21' }, { now, calendar })['lateEntry.date']).toContain('không thể sau lúc này');
  });
});

test('a fingerprint keeps the witnesses who are named and asks for the two where the procedure does', () => {
  const draft = withWitness({ ...newSigning(), readAloud: true }, 0, { name: ' Lê Văn Chứng ', identityNumber: '183 000 011' });
  expect(toSigning(draft)).toEqual({ kind: 'fingerprint', readAloud: true, witnesses: [{ name: 'Lê Văn Chứng', identityNumber: '183000011' }] });
  expect(signingMessages(draft, 0, parties)).toEqual({});
  expect(Object.keys(signingMessages(draft, 2, parties))).toEqual(['signing.witnesses']);
  expect(toSigning(undefined)).toBeUndefined();
});

test.each([
  ['old-identity-card', '2019-11-18', false], ['old-identity-card', '2026-11-23', true], ['none', '2019-11-18', true],
  ['other-photo-paper', '2026-11-23', true], ['citizen-card', '2026-11-23', false],
] as const)('%s on %s asks for a reason: %s', (kind, date, asked) => expect(asksReason(kind, date as PlainDate)).toBe(asked));
