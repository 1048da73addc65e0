import type { Person } from '#core/people/person.ts';
import { expect, test } from 'vitest';
import { needsAuthorisation, newReturn, receiverFrom, type ReturnDraft, returnAsEntered, stillToDo, toReturnBody } from './return-draft.ts';

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

test('what was entered before stands there again; whoever receives is looked at anew', () => {
  const owner = { ...person, fullName: 'Nguyễn Thị Chủ', identity: { kind: 'old-identity-card' as const, number: '183999999' } };
  const entered = (draft: ReturnDraft) => returnAsEntered(newReturn(person, [2]), { deskId: 'ky-bac', revision: 3, ...toReturnBody(draft, undefined) } as never, { applicant: person, owner });
  const family = {
    ...newReturn(person, [2]), relation: 'family' as const, fullName: 'Nguyễn Văn Em', number: '183111111', authorisationNumber: '3', authorisationDate: '2019-11-01', authorisationBy: 'UBND xã',
    receiptShown: false, lostReceiptNote: 'đối chiếu CMND', recalled: 'Thẻ cũ\nSổ cũ', originalsReturned: false, signing: { readAloud: true, witnesses: [{ name: 'A', identityNumber: '1' }, { name: '', identityNumber: '' }] },
  };
  expect(entered({ ...family, checked: true })).toEqual({ ...family, checked: false });
  expect(entered({ ...newReturn(person, [2]), relation: 'owner', ...receiverFrom(owner) })).toMatchObject({ relation: 'owner', fullName: 'Nguyễn Thị Chủ' });
  // paid since: only what is still owed is ticked
  expect(entered({ ...newReturn(person, [1, 2]) }).collected).toEqual([2]);
});
