import { describe, expect, it } from 'vitest';
import { CLERK, OFFICER, actor, clerk, officer } from '#testing/desk-facts.ts';
import { handsFor, needsConfirmation } from './desk-hands.ts';

const present = actor(['postal-clerk'], { kind: 'present', officer: OFFICER });
const byPin = actor(['postal-clerk'], { kind: 'pin', officer: OFFICER });
const together = { receiverId: OFFICER.accountId, receiverName: OFFICER.fullName, assistantId: CLERK.accountId, assistantName: CLERK.fullName };

describe('support: the clerk prepares, the officer receives', () => {
  it('the officer at the keyboard receives alone', () => {
    expect(handsFor('receive-dossier', 'none', 'support', officer, 'pin-each')).toEqual({ ok: true, value: { receiverId: OFFICER.accountId, receiverName: OFFICER.fullName } });
  });
  it('the clerk alone is asked for a confirmation, in the way of her desk', () => {
    expect(handsFor('receive-dossier', 'none', 'support', clerk, 'pin-each')).toEqual({ ok: false, refusal: { kind: 'confirmation-needed', how: 'pin-each' } });
  });
  it('the present officer confirms with one key where the desk works so', () => {
    expect(handsFor('receive-dossier', 'none', 'support', present, 'key-while-present')).toEqual({ ok: true, value: together });
  });
  it('where each reception asks for the PIN, presence is not enough', () => {
    expect(handsFor('receive-dossier', 'none', 'support', present, 'pin-each')).toMatchObject({ refusal: { kind: 'confirmation-needed' } });
    expect(handsFor('receive-dossier', 'none', 'support', byPin, 'pin-each')).toEqual({ ok: true, value: together });
  });
  it.each(['pin-wrong', 'pin-locked'] as const)('%s: nobody confirmed', (kind) => {
    expect(handsFor('receive-dossier', 'none', 'support', actor(['postal-clerk'], { kind }), 'pin-each')).toEqual({ ok: false, refusal: { kind } });
  });
  it('an officer who has gone confirms nothing', () => {
    expect(handsFor('receive-dossier', 'none', 'support', actor(['postal-clerk'], { kind: 'nobody-present' }), 'key-while-present')).toMatchObject({ refusal: { kind: 'officer-not-present' } });
  });
  it('handing on and taking over need no officer', () => {
    expect(handsFor('forward-dossiers', 'received', 'support', clerk, 'pin-each')).toMatchObject({ ok: true });
    expect(handsFor('accept-outcome', 'outcome-sent', 'support', clerk, 'pin-each')).toMatchObject({ ok: true });
  });
  it('the officer confirms a return as she confirms a reception', () => {
    expect(handsFor('return-outcome', 'ready-to-return', 'support', clerk, 'pin-each')).toMatchObject({ refusal: { kind: 'confirmation-needed' } });
    expect(handsFor('return-outcome', 'ready-to-return', 'support', present, 'key-while-present')).toEqual({ ok: true, value: together });
    expect(needsConfirmation('return-outcome', 'support', ['postal-clerk'])).toBe(true);
  });
  it('a site may leave the return to the clerk, and nothing else', () => {
    expect(handsFor('return-outcome', 'ready-to-return', 'support', clerk, 'pin-each', 'clerk-alone')).toEqual({ ok: true, value: { receiverId: CLERK.accountId, receiverName: CLERK.fullName } });
    expect(needsConfirmation('return-outcome', 'support', ['postal-clerk'], 'clerk-alone')).toBe(false);
    expect(needsConfirmation('receive-dossier', 'support', ['postal-clerk'], 'clerk-alone')).toBe(true);
  });
});

it.each(['delegated', 'postal-service'] as const)('%s: the clerk receives by herself', (mode) => {
  expect(handsFor('receive-dossier', 'none', mode, clerk, 'pin-each')).toEqual({ ok: true, value: { receiverId: CLERK.accountId, receiverName: CLERK.fullName } });
});

it.each(['support', 'delegated', 'postal-service'] as const)('%s: refusing reception is always an officer’s act', (mode) => {
  expect(handsFor('refuse-reception', 'none', mode, clerk, 'key-while-present')).toMatchObject({ refusal: { kind: 'confirmation-needed' } });
  expect(handsFor('refuse-reception', 'none', mode, present, 'key-while-present')).toEqual({ ok: true, value: together });
  expect(needsConfirmation('refuse-reception', mode, ['postal-clerk'])).toBe(true);
  expect(needsConfirmation('refuse-reception', mode, ['commune-officer'])).toBe(false);
});

it('other roles have no hand in it', () => {
  expect(handsFor('receive-dossier', 'none', 'support', actor(['courier']), 'pin-each')).toMatchObject({ refusal: { kind: 'role-not-allowed' } });
});
