import { describe, expect, it } from 'vitest';
import { HEAD, HOURS, OTHER_SPECIALIST, RECORDS, SIGNER, SPECIALIST, at, officeDossier } from '#testing/office-dossier.ts';
import type { Due } from '../deadline/due.ts';
import { type ApologyFacts, type ApologyKept, prepareApology, returnApology, signApology } from './apology.ts';

const DUE: Due = { due: at('2019-11-22T17:30'), countsFrom: at('2019-11-18T08:00'), explanation: [], dependsOnUnconfirmed: false, calendarVersion: 'test@1' };
const dossier = officeDossier({ due: DUE });
const facts = (over: Partial<ApologyFacts> = {}): ApologyFacts =>
  ({ dossier, actor: SPECIALIST, apologies: [], hours: HOURS, now: at('2019-11-21T16:00'), ...over });
const COMMAND = { expectedRevision: 3, reason: 'Chờ kết quả xác minh', newDue: at('2019-11-25T16:30') };
const PREPARED: ApologyKept = {
  apologyNo: 1, preparedByName: SPECIALIST.name, preparedAt: at('2019-11-20T09:00'), reason: COMMAND.reason, oldDue: DUE.due, newDue: COMMAND.newDue,
};
const SIGNED: ApologyKept = { ...PREPARED, decision: 'signed', decidedAt: at('2019-11-20T10:00') };
const kindOf = (result: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly kind: string } }): string => (result.ok ? 'ok' : result.refusal.kind);

describe('an apology is prepared', () => {
  it('by whoever has the dossier in hand or leads the section, and by nobody else', () => {
    const mine = officeDossier({ due: DUE, assigneeId: SPECIALIST.accountId, assigneeName: SPECIALIST.name });
    expect(prepareApology(COMMAND, facts({ dossier: mine }))).toEqual({ ok: true, value: { apologyNo: 1, oldDue: DUE.due } });
    expect(prepareApology(COMMAND, facts({ dossier: mine, actor: HEAD })).ok).toBe(true);
    expect(prepareApology(COMMAND, facts({ dossier: mine, actor: OTHER_SPECIALIST }))).toMatchObject({ refusal: { kind: 'not-your-step', holder: SPECIALIST.name } });
    expect(kindOf(prepareApology(COMMAND, facts({ actor: RECORDS })))).toBe('role-not-allowed');
  });

  it('also while the dossier lies with who signs, by who had it before', () => {
    const up = officeDossier({ due: DUE, stepNo: 3, workedBefore: [{ stepNo: 1, accountId: SPECIALIST.accountId, name: SPECIALIST.name }] });
    expect(prepareApology(COMMAND, facts({ dossier: up })).ok).toBe(true);
    expect(kindOf(prepareApology(COMMAND, facts({ dossier: up, actor: OTHER_SPECIALIST })))).toBe('not-your-step');
  });

  it('until the end of the calendar day before the due day, rest day or not', () => {
    const monday = { ...DUE, due: at('2019-11-25T17:30') };
    const late = { ...COMMAND, newDue: at('2019-11-27T10:00') };
    expect(prepareApology(late, facts({ dossier: officeDossier({ due: monday }), now: at('2019-11-24T23:59') })).ok).toBe(true);
    expect(prepareApology(late, facts({ dossier: officeDossier({ due: monday }), now: at('2019-11-25T00:00') })))
      .toEqual({ ok: false, refusal: { kind: 'apology-too-late', dueAt: monday.due, lastDay: '2019-11-24' } });
  });

  it('once: not again after a signed one, nor beside one that waits', () => {
    expect(prepareApology(COMMAND, facts({ apologies: [SIGNED] }))).toEqual({ ok: false, refusal: { kind: 'already-reappointed', newDue: COMMAND.newDue, signedAt: SIGNED.decidedAt } });
    expect(kindOf(prepareApology(COMMAND, facts({ apologies: [PREPARED] })))).toBe('apology-awaits-signature');
    expect(prepareApology(COMMAND, facts({ apologies: [{ ...PREPARED, decision: 'returned' }] }))).toMatchObject({ ok: true, value: { apologyNo: 2 } });
  });

  it.each([
    ['2019-11-22T17:30', 'new-due-not-after'], ['2019-11-22T16:00', 'new-due-not-after'],
    ['2019-11-23T09:00', 'new-due-not-working'], ['2019-11-25T12:00', 'new-due-not-working'], ['2019-11-25T18:00', 'new-due-not-working'],
    ['2091-11-25T09:00', 'new-due-beyond-calendar'], ['2019-11-25T17:30', 'ok'],
  ])('with a new moment at which the citizen can come: %s is %s', (newDue, kind) => {
    expect(kindOf(prepareApology({ ...COMMAND, newDue: at(newDue) }, facts()))).toBe(kind);
  });

  it('names the next moment that would do', () => {
    expect(prepareApology({ ...COMMAND, newDue: at('2019-11-23T09:00') }, facts())).toMatchObject({ refusal: { next: at('2019-11-25T17:30') } });
  });

  it('not where no time runs, nor from an old screen', () => {
    expect(kindOf(prepareApology(COMMAND, facts({ dossier: officeDossier() })))).toBe('no-due-date');
    expect(kindOf(prepareApology(COMMAND, facts({ dossier: officeDossier({ due: DUE, state: 'supplement-asked' }) })))).toBe('act-not-possible');
    expect(kindOf(prepareApology({ ...COMMAND, expectedRevision: 2 }, facts()))).toBe('changed-meanwhile');
  });
});

describe('an apology is signed', () => {
  const sign = (over: Partial<ApologyFacts> = {}, assignmentNo?: number) =>
    signApology({ expectedRevision: 3, assignmentNo }, facts({ actor: SIGNER, apologies: [PREPARED], ...over }));

  it('by who signs for the agency, in the capacity chosen', () => {
    expect(sign({}, 2)).toMatchObject({ ok: true, value: { oldDue: DUE.due, capacity: { prefix: 'TUQ.' } } });
    expect(kindOf(sign({ actor: HEAD }))).toBe('role-not-allowed');
    expect(kindOf(sign({ actor: { ...SIGNER, seats: SIGNER.seats.map(({ signingCapacity: _no, ...seat }) => seat) } }))).toBe('no-signing-capacity');
  });

  it('in time too: a draft that lay too long is signed no more', () => {
    expect(kindOf(sign({ now: at('2019-11-22T08:00') }))).toBe('apology-too-late');
  });

  it('only when one is prepared, and never twice', () => {
    expect(kindOf(sign({ apologies: [] }))).toBe('no-apology-prepared');
    expect(kindOf(sign({ apologies: [SIGNED] }))).toBe('already-reappointed');
  });

  it('not when the due moment moved past the new date meanwhile', () => {
    const later = officeDossier({ due: { ...DUE, due: at('2019-11-27T17:30') } });
    expect(kindOf(sign({ dossier: later }))).toBe('new-due-not-after');
  });

  it('or goes back to who prepared it', () => {
    const back = (apologies: readonly ApologyKept[]) => returnApology({ expectedRevision: 3 }, { dossier, actor: SIGNER, apologies });
    expect(back([PREPARED])).toEqual({ ok: true, value: { apology: PREPARED } });
    expect(kindOf(back([]))).toBe('no-apology-prepared');
  });
});
