import { expect, test } from 'vitest';
import { CALENDAR, HEAD, HOURS, RECORDS, SECTION, SIGNER, SPECIALIST, at, officeDossier } from '#testing/office-dossier.ts';
import { dossierClock } from '#testing/dossier-clock.ts';
import { type AcceptFacts, acceptHandOver } from './accept-hand-over.ts';
import { rejectHandOver } from './reject-hand-over.ts';

const limit = { kind: 'working-days', days: 5, extraDaysIfLarge: 2 } as const;
const facts = (over: Partial<AcceptFacts> = {}): AcceptFacts => ({
  dossier: officeDossier({ state: 'handed-over', stepNo: undefined, sectionUnitId: undefined }),
  actor: SPECIALIST, hours: HOURS, clock: dossierClock(CALENDAR, HOURS.siteId, { receivedAt: at('2019-11-18T08:00'), limit }),
  now: at('2019-11-18T14:00'), ...over,
});

test('the specialist who accepts takes the first step, with its own working hours', () => {
  const done = acceptHandOver(facts());
  expect(done).toMatchObject({
    ok: true,
    value: {
      sectionUnitId: SECTION, clock: undefined,
      started: { stepNo: 1, assigneeId: SPECIALIST.accountId, dueAt: at('2019-11-19T14:00') },
    },
  });
});

test('what a head of section or the records clerk accepts waits to be assigned', () => {
  for (const actor of [HEAD, RECORDS]) {
    const done = acceptHandOver(facts({ actor }));
    expect(done.ok && done.value.started.assigneeId).toBeUndefined();
  }
});

test('by public post the statutory time starts at the signed hand-over, not at the counter', () => {
  const dossier = officeDossier({ state: 'handed-over', regime: 'public-post', stepNo: undefined });
  const posted = (large: boolean) => dossierClock(CALENDAR, HOURS.siteId, { receivedAt: at('2019-11-15T08:00'), startRule: 'hand-over', limit, large });
  const accepted = (large: boolean) => {
    const done = acceptHandOver(facts({ dossier, clock: posted(large) }));
    return done.ok ? done.value.clock : undefined;
  };
  expect(accepted(false)).toMatchObject({ clock: { receivedAt: at('2019-11-15T08:00'), startsAt: at('2019-11-18T14:00'), calendar: `${CALENDAR.calendarId}@1` }, reading: { due: at('2019-11-26T17:30'), state: 'running' } });
  // the extra days of a large dossier, said at the counter, are granted here
  expect(accepted(true)?.reading?.due).toBe(at('2019-11-28T17:30'));
});

test('where others work after the agency, its own step ends within its own limit, not the whole', () => {
  const linked = [{ agency: 'Bảo hiểm xã hội', limit: { kind: 'working-days', days: 5 } }] as const;
  const clock = dossierClock(CALENDAR, HOURS.siteId, { receivedAt: at('2019-11-18T08:00'), startRule: 'hand-over', limit: { kind: 'working-hours', hours: 4 }, linked });
  const done = acceptHandOver(facts({ clock, dossier: officeDossier({ state: 'handed-over', regime: 'public-post', stepNo: undefined }) }));
  expect(done.ok && done.value.clock?.reading).toMatchObject({ localDue: at('2019-11-19T08:00'), due: at('2019-11-27T17:30'), linkedDues: [{ agency: 'Bảo hiểm xã hội' }] });
  expect(done.ok && done.value.started.dueAt).toBe(at('2019-11-19T08:00'));
});

test('who comes second is told what the first did', () => {
  const dossier = officeDossier({ state: 'in-process' });
  const refusal = { kind: 'changed-meanwhile', code: dossier.code, state: 'in-process', by: 'Hà Thị Lý', at: at('2019-11-18T14:00') };
  expect(acceptHandOver(facts({ dossier }))).toEqual({ ok: false, refusal });
  expect(rejectHandOver('Không thuộc thẩm quyền', { dossier, actor: SPECIALIST })).toEqual({ ok: false, refusal });
});

test('the signing leader does not accept hand-overs', () => {
  expect(acceptHandOver(facts({ actor: SIGNER }))).toMatchObject({ ok: false, refusal: { kind: 'role-not-allowed' } });
});

test('what is not taken goes back with its reason', () => {
  const { dossier } = facts();
  expect(rejectHandOver('Thiếu bản chính', { dossier, actor: SPECIALIST })).toEqual({ ok: true, value: { reason: 'Thiếu bản chính' } });
});
