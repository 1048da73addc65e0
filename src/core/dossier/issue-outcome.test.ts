import { expect, test } from 'vitest';
import { dossierClock, dueOf } from '#testing/dossier-clock.ts';
import { HOURS, RECORDS, SIGNER, SPECIALIST, HEAD, at, officeDossier } from '#testing/office-dossier.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { DeskId } from '../organisation/organisation.ts';
import { clockAfter } from './kept-clock.ts';
import { askFinancialDuty } from './ask-financial-duty.ts';
import type { Sha256 } from './dossier.ts';
import { type RecordOutcomeCommand, type RecordOutcomeFacts, outcomeNumber, recordOutcome } from './record-outcome.ts';
import { refuseResolution } from './refuse-resolution.ts';
import { sendOutcomes } from './send-outcome.ts';
import { settleFinancialDuty } from './settle-financial-duty.ts';
import { stopDossier } from './stop-dossier.ts';

const APPROVAL = { accountId: SIGNER.accountId, name: SIGNER.name, capacity: { prefix: 'KT.', title: 'GIÁM ĐỐC' }, at: at('2019-11-19T09:00') } as const;
const RECORD: RecordOutcomeCommand = { expectedRevision: 3, symbol: 'PLLTP', hasPaper: true, sealed: true };
const record = (over: Partial<RecordOutcomeFacts>, command = RECORD) =>
  recordOutcome(command, { dossier: officeDossier({ stepNo: 4 }), actor: RECORDS, approval: APPROVAL, fileIsStored: true, now: at('2019-11-19T10:00'), ...over });

test('văn thư numbers in the series of the agency, the symbol and the year, for the one who approved', () => {
  expect(record({})).toEqual({ ok: true, value: { approval: APPROVAL, awaitsSeal: false, series: 'outcome:so-tu-phap:PLLTP', year: '2019' } });
  expect(outcomeNumber(5, 'PLLTP')).toBe('05/PLLTP');
  expect(outcomeNumber(125, 'GXN-UBND')).toBe('125/GXN-UBND');
});

test('without an approval there is nothing to issue', () => {
  expect(record({ approval: undefined, dossier: officeDossier({ stepNo: 3 }) })).toEqual({ ok: false, refusal: { kind: 'not-approved' } });
});

test('without seal, or without file and paper, there is no outcome', () => {
  expect(record({}, { ...RECORD, sealed: false })).toEqual({ ok: false, refusal: { kind: 'not-sealed' } });
  expect(record({}, { ...RECORD, hasPaper: false })).toEqual({ ok: false, refusal: { kind: 'no-outcome-attached' } });
  expect(record({ fileIsStored: false }, { ...RECORD, file: 'a'.repeat(64) as Sha256 })).toEqual({ ok: false, refusal: { kind: 'file-unknown' } });
});

test('what the leader signed digitally may be sealed right after its number; anything else is stamped before', () => {
  const digital = { ...RECORD, sealed: false, sealsDigitally: true, file: 'a'.repeat(64) as Sha256 };
  expect(record({ fileIsSigned: true }, digital)).toMatchObject({ ok: true, value: { awaitsSeal: true } });
  expect(record({}, digital)).toEqual({ ok: false, refusal: { kind: 'not-signed-digitally' } });
});

test('an outcome that waits for the agency\'s digital signature is not sent on, unless it was stamped instead', () => {
  const line = { dossier: officeDossier({ state: 'outcome-recorded' }), actor: RECORDS, expectedRevision: 3, awaitsSeal: true };
  expect(sendOutcomes([line])).toEqual({ ok: false, refusal: { kind: 'seal-awaited', code: line.dossier.code } });
  expect(sendOutcomes([{ ...line, stamped: true }]).ok).toBe(true);
  expect(sendOutcomes([{ ...line, awaitsSeal: false }]).ok).toBe(true);
});

test('only the records clerk issues', () => {
  expect(record({ actor: SIGNER })).toMatchObject({ ok: false, refusal: { kind: 'role-not-allowed' } });
});

test('a refusal is signed at the signing step, in a capacity', () => {
  expect(refuseResolution({ expectedRevision: 3 }, { dossier: officeDossier({ stepNo: 3 }), actor: SIGNER }))
    .toMatchObject({ ok: true, value: { capacity: { prefix: 'KT.' } } });
  expect(refuseResolution({ expectedRevision: 3 }, { dossier: officeDossier({ stepNo: 2 }), actor: SIGNER })).toMatchObject({ ok: false, refusal: { kind: 'not-your-step' } });
  expect(refuseResolution({ expectedRevision: 3 }, { dossier: officeDossier(), actor: SPECIALIST })).toMatchObject({ ok: false, refusal: { kind: 'role-not-allowed' } });
});

test('many outcomes go to one desk with one record', () => {
  const done = officeDossier({ state: 'outcome-recorded' });
  const refused = officeDossier({ state: 'refused-by-agency' });
  const line = (dossier: typeof done) => ({ dossier, actor: RECORDS, expectedRevision: 3 });
  expect(sendOutcomes([line(done), line(refused)])).toEqual({ ok: true, value: { deskId: 'ky-bac', agencyUnitId: 'so-tu-phap' } });
  const elsewhere = officeDossier({ state: 'outcome-recorded', deskId: 'ky-phong' as DeskId });
  expect(sendOutcomes([line(done), line(elsewhere)])).toEqual({ ok: false, refusal: { kind: 'several-desks', deskIds: ['ky-bac', 'ky-phong'] } });
  expect(sendOutcomes([line(officeDossier())])).toMatchObject({ ok: false, refusal: { kind: 'act-not-possible' } });
});

test('waiting for a financial duty moves the due moment by the working days waited', () => {
  const clock = dossierClock(HOURS.calendar, HOURS.siteId, { receivedAt: at('2019-11-18T08:00'), limit: { kind: 'working-days', days: 5 } });
  expect(askFinancialDuty({ expectedRevision: 3 }, { dossier: officeDossier(), actor: SPECIALIST, dutiesBefore: 0, now: at('2019-11-19T08:00') }))
    .toEqual({ ok: true, value: { dutyNo: 1, askedAt: at('2019-11-19T08:00') } });
  const asked = clockAfter(clock, { kind: 'financial-duty-asked', at: at('2019-11-19T08:00') });
  const settle = (paidOn: string) => settleFinancialDuty({ expectedRevision: 3, paidOn: paidOn as PlainDate }, {
    dossier: officeDossier({ state: 'awaiting-financial-duty' }), actor: SPECIALIST, clock: asked && { ...clock, kept: asked.clock },
    hours: HOURS, now: at('2019-11-22T08:00'),
  });
  // due Tuesday 26/11; two working days waited (21/11 and 22/11; 20/11 is a holiday)
  expect(asked?.reading).toMatchObject({ state: 'paused', waitingFor: ['financial-duty'], pausedSince: at('2019-11-19T08:00') });
  expect(dueOf(clock)).toBe(at('2019-11-26T17:30'));
  expect(settle('2019-11-21')).toMatchObject({ ok: true, value: { clock: { reading: { due: at('2019-11-28T17:30') } }, started: { stepNo: 1 } } });
  expect(settle('2019-11-25')).toEqual({ ok: false, refusal: { kind: 'paid-in-future', paidOn: '2019-11-25' } });
});

test('only what was asked with a limit, and came not in time, is stopped', () => {
  const stop = (answerBy?: string, answerWaits?: Moment) => stopDossier({ expectedRevision: 3 }, {
    dossier: officeDossier({ state: 'supplement-asked' }), actor: HEAD, answerBy: answerBy as PlainDate | undefined, answerWaits, now: at('2019-12-03T17:31'),
  });
  expect(stop(at('2019-12-03T17:30'))).toEqual({ ok: true, value: { closedAt: at('2019-12-03T17:31') } });
  expect(stop('2019-12-02').ok).toBe(true);
  expect(stop('2019-12-03')).toMatchObject({ ok: false, refusal: { kind: 'not-overdue' } });
  expect(stop()).toEqual({ ok: false, refusal: { kind: 'not-overdue', answerBy: undefined } });
  // what was sent and lies unread with the agency is no silence of the citizen's
  expect(stop('2019-12-02', at('2019-12-01T20:00'))).toEqual({ ok: false, refusal: { kind: 'answer-waits', sentAt: at('2019-12-01T20:00') } });
});
