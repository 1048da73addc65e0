import { expect, it } from 'vitest';
import type { Moment } from '../kernel/moment.ts';
import type { Role } from '../organisation/organisation.ts';
import { QUARANTINE_REASONS } from './case-reason.ts';
import { type CaseFacts, mayBeVouchedFor, settleCase, waysToSettle } from './settle-case.ts';

const settle = (kind: CaseFacts['kind'], role: Role, more: Partial<CaseFacts> = {}) => {
  const settled = settleCase({ kind, roles: [role], ...more });
  return settled.ok ? 'settled' : settled.refusal.kind;
};

it('what was refused or differs is settled by anybody of the desk, what was not believed only by an officer or an administrator', () => {
  expect([settle('refused', 'postal-clerk'), settle('correction', 'postal-clerk'), settle('quarantined', 'postal-clerk')]).toEqual(['settled', 'settled', 'case-needs-officer']);
  expect([settle('quarantined', 'commune-officer'), settle('quarantined', 'administrator')]).toEqual(['settled', 'settled']);
});

it('a case is settled once', () => {
  expect(settle('refused', 'administrator', { settled: { by: 'Trần Văn Trúc', at: '2019-11-18T08:00:00+07:00' as Moment } })).toBe('case-settled');
});

it('of what was not believed all but an act at another desk may be vouched for', () => {
  expect(QUARANTINE_REASONS.filter((reason) => !mayBeVouchedFor(reason))).toEqual(['desk-differs']);
});

it('what another act has, and what nobody can read, is never offered to be taken; what differs from its paper is not set aside', () => {
  expect(QUARANTINE_REASONS.filter((reason) => !waysToSettle('quarantined', reason).includes('taken'))).toEqual(['desk-differs', 'body-unreadable', 'body-too-large', 'paper-used', 'key-reused', 'basis-unknown']);
  expect(waysToSettle('refused', 'not-found')).toEqual(['corrected', 'set-aside', 'taken']);
  expect(waysToSettle('correction', 'due-differs')).toEqual(['taken', 'corrected']);
  const facts = { kind: 'correction', roles: ['administrator'] } as const;
  expect((['taken', 'corrected', 'set-aside'] as const).map((how) => { const may = settleCase(facts, how); return may.ok ? how : may.refusal.kind; })).toEqual(['taken', 'corrected', 'case-stands']);
});
