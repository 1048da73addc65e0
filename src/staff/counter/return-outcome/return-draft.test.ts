import type { Person } from '#core/people/person.ts';
import { expect, test } from 'vitest';
import { needsAuthorisation, newReturn, stillToDo, toReturnBody } from './return-draft.ts';

const person: Person = {
  fullName: 'Nguyễn Văn Thử',
  identity: { kind: 'old-identity-card', number: '183456789' },
  address: { line: '', communeName: 'xã Kỳ Bắc', provinceName: 'tỉnh Hà Tĩnh' },
};

test('the applicant in person needs only the identity check', () => {
  expect(stillToDo(newReturn(person, []), [])).toEqual(['đối chiếu giấy tờ tùy thân']);
  expect(toReturnBody(newReturn(person, []), undefined).receiver).toMatchObject({
    relation: 'self',
    fullName: 'Nguyễn Văn Thử',
    authorisation: undefined,
  });
});

test('family with the receipt needs no authorisation, without it does', () => {
  const family = { ...newReturn(person, []), relation: 'family' as const, checked: true };
  expect(needsAuthorisation(family)).toBe(false);
  expect(needsAuthorisation({ ...family, receiptShown: false })).toBe(true);
});

test('a lost receipt asks for its note and the note goes with the act', () => {
  const lost = { ...newReturn(person, []), checked: true, receiptShown: false };
  expect(stillToDo(lost, [])).toEqual(['ghi chú mất giấy hẹn']);
  expect(toReturnBody({ ...lost, lostReceiptNote: 'đối chiếu CMND' }, undefined).lostReceiptNote).toBe('đối chiếu CMND');
});

test('an unpaid line that is not collected stops the return', () => {
  const draft = { ...newReturn(person, [2]), checked: true };
  expect(stillToDo(draft, [2])).toEqual([]);
  expect(stillToDo({ ...draft, collected: [] }, [2])).toEqual(['thu đủ phí, lệ phí']);
});

test('a signature on the screen is drawn before the outcome is handed over', () => {
  const onScreen = { ...newReturn(person, []), checked: true, signedOnPaper: false };
  expect(stillToDo(onScreen, [])).toEqual(['người nhận ký vào khung']);
  expect(stillToDo({ ...onScreen, drawn: true }, [])).toEqual([]);
});
