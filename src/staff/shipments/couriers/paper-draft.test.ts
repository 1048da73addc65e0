import { describe, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { recordDeliveryBody, recordFailureBody } from '#wire/courier-paper.wire.ts';
import type { RoundStop } from '#wire/courier.wire.ts';
import { type PaperDraft, momentOf, newPaper, paperToDo, receiverChosen, toDelivery, toFailure } from './paper-draft.ts';

const NOW = '2019-11-18T15:00:00+07:00' as Moment;
const ID = '6f2e7c1a-0000-4000-8000-000000000001';
const identity = { kind: 'old-identity-card', number: '183000001' } as const;
const stop = {
  amountDue: 8_000, dossiers: [{ dossierId: ID }], giving: [{ dossierId: ID, applicant: { fullName: 'Nguyễn Văn Thử', identity }, unpaid: [], outcomeNames: [] }],
} as unknown as RoundStop;
const made = { attemptId: ID, moneyId: ID, deskId: 'ky-bac' as DeskId, at: NOW };
const filled: PaperDraft = { ...newPaper(stop, NOW), end: 'delivered', time: '9:05', ground: 'Máy hỏng', hasNone: true, noPaper: 'Ướt', counted: '8000' };
const ready: PaperDraft = { ...filled, who: { ...filled.who, checked: true } };

it.each([['9:05', '09:05'], ['09h05', '09:05'], ['0905', '09:05'], ['9 giờ 05', '09:05'], ['25:00', undefined], ['9:75', undefined], ['chín giờ', undefined], ['', undefined]])('reads %s as people write it', (time, read) => {
  expect(momentOf({ day: '2019-11-18', time })?.slice(11, 16)).toBe(read);
});

describe('before it may be written down', () => {
  it('everything that is on no paper of hers is asked for', () => {
    expect(Object.keys(paperToDo(newPaper(stop, NOW), stop))).toEqual(['end', 'time', 'ground', 'paper']);
    expect(Object.keys(paperToDo(filled, stop))).toEqual(['receiver']);
    expect(paperToDo(ready, stop)).toEqual({});
    expect(Object.keys(paperToDo({ ...ready, collected: '9000', counted: '7000' }, stop))).toEqual(['amountNote', 'countedNote']);
    expect(Object.keys(paperToDo({ ...ready, end: 'failed' }, stop))).toEqual(['reason']);
    expect(Object.keys(paperToDo({ ...ready, end: 'failed', reason: 'moved' }, stop))).toEqual(['note']);
  });
  it('a date that was begun and not ended is asked for in its own box, and the time is not blamed for it', () => {
    expect([Object.keys(paperToDo({ ...ready, day: '18/11' }, stop)), momentOf({ day: '18/11', time: '9:05' })]).toEqual([['day'], undefined]);
    expect(Object.keys(paperToDo({ ...ready, end: 'failed', reason: 'asked-later', askedFor: '20/11' }, stop))).toEqual(['askedFor']);
    expect(paperToDo({ ...ready, end: 'failed', reason: 'absent', askedFor: '20/11' }, stop)).toEqual({});
  });
  it('a sum is the same however many noughts stand before it', () => {
    expect(paperToDo({ ...ready, counted: '08000' }, stop)).toEqual({});
  });
  it('somebody else who received is filled in anew', () => {
    expect(receiverChosen(ready, stop, 'family').who).toMatchObject({ relation: 'family', fullName: '', checked: false });
    expect(receiverChosen(ready, stop, 'applicant').who.fullName).toBe('Nguyễn Văn Thử');
  });
});

it('is a command that the server reads', () => {
  expect(recordDeliveryBody.parse(toDelivery({ ...ready, recalled: ' Sổ cũ \n\n' }, stop, made))).toMatchObject({ at: NOW, noPaper: 'Ướt', recalledPapers: [{ name: 'Sổ cũ', collected: true }], amountCollected: 8_000, amountCounted: 8_000 });
  expect(recordFailureBody.parse(toFailure({ ...ready, hasNone: false, paper: 'a'.repeat(64), askedFor: '2019-11-20' }, 'asked-later', made))).toMatchObject({ paper: 'a'.repeat(64), reason: 'asked-later', askedFor: '2019-11-20' });
});
