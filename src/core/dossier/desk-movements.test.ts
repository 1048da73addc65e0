// What leaves the desk, comes back, is corrected or ends there.
import { describe, expect, it } from 'vitest';
import { NOW, birth, calendar, clerk, desk, deskDossier, officer, receiveFacts, reception, transferOf } from '#testing/desk-facts.ts';
import { farmer, procedureIn } from '#testing/desk-commands.ts';
import { dossierClock } from '#testing/dossier-clock.ts';
import type { Moment } from '../kernel/moment.ts';
import type { UnitId } from '../organisation/organisation.ts';
import { limitFor } from '../procedure/in-force.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import { type AcceptOutcome, type IncomingLine, acceptOutcome } from './accept-outcome.ts';
import { cancelEntry } from './cancel-entry.ts';
import { certifyCopies } from './certify-copies.ts';
import type { DossierId } from './dossier.ts';
import { forwardDossiers } from './forward-dossiers.ts';
import { giveGuidance } from './give-guidance.ts';
import { receiveSupplement } from './receive-supplement.ts';
import { refuseReception } from './refuse-reception.ts';
import { returnOutcome } from './return-outcome.ts';
import type { DossierState } from './state.ts';
import { supersedeReceipt } from './supersede-receipt.ts';
import { withdrawDossier } from './withdraw-dossier.ts';

const id = (text: string): DossierId => text as DossierId;
const kindOf = (result: { ok: true } | { ok: false; refusal: { kind: string } }): string => (result.ok ? 'ok' : result.refusal.kind);

describe('forwarding', () => {
  const facts = (receivedAt: string, now: Moment = NOW) =>
    ({ now, actor: clerk, desk, calendar, dossiers: [{ ...deskDossier(), receivedAt: receivedAt as Moment }] });
  const command = { agencyUnitId: 'xa-ky-bac' as UnitId, dossiers: [{ dossierId: id('d'), revision: 1, paperCount: 3 }] };
  it('before 15:00 it goes the same day and nothing is said', () => {
    expect(forwardDossiers(command, facts('2019-11-18T14:50:00+07:00', '2019-11-18T16:00:00+07:00' as Moment))).toMatchObject({ ok: true, value: { mayGoUntil: undefined } });
  });
  it('after 15:00 it may go first thing next working day: shown, never blocking', () => {
    expect(forwardDossiers(command, facts('2019-11-18T15:10:00+07:00', '2019-11-18T16:00:00+07:00' as Moment))).toMatchObject({ ok: true, value: { mayGoUntil: '2019-11-19' } });
  });
  it.each([
    ['other-agency', { ...command, agencyUnitId: 'so-tu-phap' as UnitId }],
    ['changed-meanwhile', { ...command, dossiers: [{ dossierId: id('d'), revision: 7, paperCount: 3 }] }],
  ])('%s: none of them goes', (why, wrong) => {
    expect(forwardDossiers(wrong, facts(NOW))).toMatchObject({ ok: false, refusal: { kind: 'not-forwardable', dossiers: [{ why }] } });
  });
});

describe('what comes back', () => {
  const line = (dossierId: string, more: Partial<IncomingLine> = {}): IncomingLine =>
    ({ ...deskDossier({ dossierId: id(dossierId), state: 'outcome-sent' }), lastOutcome: 'outcome', ...more });
  const accept = (command: AcceptOutcome, lines: readonly IncomingLine[] = [line('a'), line('b')]) => acceptOutcome(command, { actor: clerk, desk, lines });
  it('is taken over piece by piece', () => {
    expect(accept({ received: [id('a')], rejected: [] })).toMatchObject({ ok: true, value: { open: 1, lines: [{ state: 'ready-to-return' }] } });
  });
  it('what was not in the bag counts as still at the agency, as outcome or as refusal', () => {
    const rejected = [{ dossierId: id('a'), note: 'Thiếu' }, { dossierId: id('b'), note: 'Thiếu' }];
    expect(accept({ received: [], rejected }, [line('a'), line('b', { lastOutcome: 'refusal' })]))
      .toMatchObject({ value: { open: 0, lines: [{ state: 'outcome-recorded' }, { state: 'refused-by-agency' }] } });
  });
  it.each<[string, AcceptOutcome]>([
    ['nothing-counted', { received: [], rejected: [] }],
    ['counted-twice', { received: [id('a')], rejected: [{ dossierId: id('a'), note: 'x' }] }],
    ['not-on-record', { received: [id('z')], rejected: [] }],
  ])('%s', (kind, command) => {
    expect(kindOf(accept(command))).toBe(kind);
  });
  it('in a bag it is not counted by whoever gave the bag', () => {
    expect(kindOf(accept({ received: [id('a')], rejected: [] }, [line('a', { bagGivenBy: [clerk.accountId] })]))).toBe('signed-as-giver');
    expect(kindOf(accept({ received: [id('b')], rejected: [] }, [line('a', { bagGivenBy: [clerk.accountId] }), line('b', { bagGivenBy: [] })]))).toBe('ok');
  });
  it('a line counted before is not counted again', () => {
    expect(kindOf(accept({ received: [id('a')], rejected: [] }, [line('a', { result: 'received' })]))).toBe('not-on-record');
  });
});

describe('a superseding receipt', () => {
  const dossier = { ...deskDossier(), receivedAt: NOW, channel: 'counter' as const, regime: 'one-stop' as const };
  const facts = { ...receiveFacts(), dossier };
  const command = { ...reception(), revision: 1, reason: 'Nhầm' };
  it('reckons from the true moment of reception', () => {
    const result = supersedeReceipt({ ...command, receivedAt: '2019-11-15T15:30:00+07:00' as Moment }, facts);
    expect(result).toMatchObject({ ok: true, value: { assessed: { due: { due: '2019-11-18T17:30:00+07:00' } } } });
  });
  it('knows no reception in the future', () => {
    expect(kindOf(supersedeReceipt({ ...command, receivedAt: '2019-11-18T08:00:00+07:00' as Moment }, facts))).toBe('received-in-future');
  });
  it('leaves the time of reception alone where it names none, though a counter’s clock lags behind it', () => {
    const ahead = { ...facts, dossier: { ...dossier, receivedAt: '2019-11-18T07:30:01+07:00' as Moment }, now: NOW };
    expect(supersedeReceipt(command, ahead)).toMatchObject({ ok: true, value: { receivedAt: '2019-11-18T07:30:01+07:00' } });
  });
  it('of a dossier already sent stays with the agency it was sent to', () => {
    const sent = { ...facts, dossier: { ...dossier, state: 'handed-over' as const }, transfer: transferOf(birth, { agencyUnitId: 'huyen-ky-anh' as UnitId }) };
    expect(kindOf(supersedeReceipt(command, sent))).toBe('other-agency');
  });
});

describe('a supplement', () => {
  const procedure = procedureIn('kybac-2019', '1.004873');
  const clockWith = (policy: 'RESTART' | 'PAUSE') => dossierClock(calendar, desk.siteId, { receivedAt: NOW, limit: limitFor(procedure, 'counter') as TimeLimit },
    { kind: 'supplement-asked', at: '2019-11-19T09:00:00+07:00' as Moment, policy });
  const facts = {
    now: '2019-11-25T08:00:00+07:00' as Moment, actor: officer, desk, unknownScans: [], procedure, clock: clockWith('RESTART'),
    asked: { requestNo: 1, askedAt: '2019-11-19T09:00:00+07:00' as Moment, items: [{ name: 'Giấy bổ sung', original: 1, certifiedCopy: 0, plainCopy: 0 }] }, broughtBefore: [],
    dossier: { ...deskDossier({ state: 'supplement-asked' }), caseId: procedure.cases[0]?.caseId ?? '' },
  };
  const command = { revision: 1, complete: true, papers: [{ itemId: 'khac', name: 'Giấy bổ sung', form: 'original' as const, count: 1, shownOnly: false, scans: [] }] };
  it('counts again from zero by default', () => {
    expect(receiveSupplement(command, facts)).toMatchObject({ ok: true, value: { due: { due: '2019-11-28T17:30:00+07:00' } } });
  });
  it('moves the date by the days waited where the version in force pauses', () => {
    expect(receiveSupplement(command, { ...facts, clock: clockWith('PAUSE') })).toMatchObject({ ok: true, value: { due: { due: '2019-11-27T17:30:00+07:00' } } });
  });
  it('brought in part is kept, and the clock waits on', () => {
    const partial = receiveSupplement({ ...command, complete: false }, facts);
    expect(partial).toMatchObject({ ok: true, value: { complete: false, clock: { reading: { state: 'paused' } } } });
  });
  it('is not complete while a paper of the list is missing, unless it is said why', () => {
    const asked = { ...facts.asked, items: [...facts.asked.items, { name: 'Sổ hộ khẩu', original: 0, certifiedCopy: 1, plainCopy: 0 }] };
    expect(receiveSupplement(command, { ...facts, asked })).toEqual({ ok: false, refusal: { kind: 'still-missing', names: ['Sổ hộ khẩu'] } });
    expect(receiveSupplement({ ...command, withoutReason: 'Đã tra cứu được' }, { ...facts, asked }).ok).toBe(true);
    expect(receiveSupplement(command, { ...facts, asked, broughtBefore: [{ name: 'sổ hộ khẩu' }] }).ok).toBe(true);
  });
  it('of nameless papers is refused', () => {
    expect(kindOf(receiveSupplement({ ...command, papers: [{ ...command.papers[0], name: undefined } as never] }, facts))).toBe('paper-unnamed');
  });
});

describe('the return', () => {
  const facts = { now: NOW, actor: officer, desk, dossier: { ...deskDossier({ state: 'ready-to-return' }), parties: { applicant: farmer } }, unpaid: [], unknownScans: [] };
  const command = {
    revision: 1, receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' as const }, receiptShown: true, recalledPapers: [],
    originalsReturned: true, collectedFeeLines: [],
  };
  it('to the applicant with the receipt is done', () => {
    expect(kindOf(returnOutcome(command, facts))).toBe('ok');
  });
  it('by the clerk alone waits for the officer, unless the site left it to her', () => {
    expect(kindOf(returnOutcome(command, { ...facts, actor: clerk }))).toBe('confirmation-needed');
    expect(kindOf(returnOutcome(command, { ...facts, actor: clerk, desk: { ...desk, supportReturn: 'clerk-alone' } }))).toBe('ok');
  });
  it('knows her by a new card too, when the name is the same', () => {
    const identity = { kind: 'citizen-card' as const, number: '042185000777' };
    expect(kindOf(returnOutcome({ ...command, receiver: { ...command.receiver, fullName: 'NGUYỄN VĂN THỬ', identity } }, facts))).toBe('ok');
  });
  it('does not take one of the same name and kind of card with another number', () => {
    const identity = { ...farmer.identity, number: '183000099' };
    expect(kindOf(returnOutcome({ ...command, receiver: { ...command.receiver, identity } }, facts))).toBe('receiver-is-not-party');
  });
  it('family with the receipt needs no written authorisation', () => {
    expect(kindOf(returnOutcome({ ...command, receiver: { ...command.receiver, fullName: 'Lê Thị Vợ', relation: 'family' } }, facts))).toBe('ok');
  });
  it('waits for what is still owed', () => {
    const owing = { ...facts, unpaid: [{ lineNo: 1, name: 'Lệ phí', amount: 8_000 }] };
    expect(returnOutcome(command, owing)).toEqual({ ok: false, refusal: { kind: 'fees-unpaid', amount: 8_000 } });
    expect(returnOutcome({ ...command, collectedFeeLines: [1] }, owing)).toMatchObject({ ok: true, value: { collectedFeeLines: [1] } });
  });
});

describe('what ends at the desk', () => {
  it('an entry is cancelled before any hand-over only', () => {
    expect(kindOf(cancelEntry({ revision: 1, reason: 'x' }, { actor: officer, desk, dossier: deskDossier() }))).toBe('ok');
    expect(kindOf(cancelEntry({ revision: 1, reason: 'x' }, { actor: officer, desk, dossier: deskDossier({ state: 'handed-over' }) }))).toBe('act-not-possible');
  });
  it('what the agency holds may be withdrawn without papers in hand, what lies here not', () => {
    const command = { revision: 1, reason: 'x', request: { how: 'in-person', asker: { kind: 'applicant' } } } as const;
    const kept = [{ lineNo: 1, name: 'Tờ khai', form: 'original', count: 1 }] as const;
    const dossierIn = (state: DossierState) => ({ ...deskDossier({ state }), parties: { applicant: farmer } });
    expect(withdrawDossier(command, { actor: officer, desk, kept, dossier: dossierIn('in-process') })).toMatchObject({ ok: true, value: { papers: { at: 'agency' } } });
    expect(kindOf(withdrawDossier(command, { actor: officer, desk, kept, dossier: dossierIn('received') }))).toBe('papers-not-given-back');
  });
  it('a filing that changed meanwhile is not refused on an old screen', () => {
    const command = { procedureCode: birth.code, procedureVersion: birth.version, reason: 'x', ground: 'y', filed: { dossierId: id('d'), revision: 1 } };
    const filed = deskDossier({ state: 'filed-online', revision: 2 });
    expect(kindOf(refuseReception(command, { actor: officer, desk, procedure: birth, filed }))).toBe('changed-meanwhile');
    expect(kindOf(refuseReception(command, { actor: officer, desk, procedure: undefined }))).toBe('procedure-not-in-force');
  });
});

it('guidance is a service of the desk and of nobody else', () => {
  const command = { procedureCode: birth.code, procedureVersion: birth.version, missing: [] };
  expect(kindOf(giveGuidance(command, { actor: { roles: ['courier'] }, procedure: birth }))).toBe('role-not-allowed');
  expect(giveGuidance(command, { actor: clerk, procedure: birth })).toMatchObject({ ok: true, value: { paper: 'guidance-slip' } });
  const missing = [{ name: 'Giấy tờ', original: 1, certifiedCopy: 0, plainCopy: 0 }];
  expect(giveGuidance({ ...command, missing }, { actor: clerk, procedure: { ...birth, slips: 'residence-police' } })).toMatchObject({ value: { paper: 'residence-guidance' } });
});

describe('certification', () => {
  const copies = procedureIn('kybac-2019', '2.000815');
  const command = {
    dossierId: id('d'), deskId: desk.deskId, procedureCode: copies.code, procedureVersion: copies.version, resolvedNow: true, isLarge: false, receiptAsked: false, collected: true,
    lines: [{ paperName: 'Hợp đồng', pages: 150, copies: 2, scans: [] }],
  };
  it('costs at most 200,000 đồng a copy', () => {
    expect(certifyCopies({ ...command, lines: [{ paperName: 'Hồ sơ', pages: 900, copies: 2, scans: [] }] }, receiveFacts({}, copies))).toMatchObject({ ok: true, value: { totalFee: 400_000 } });
  });
  it('after 15:00 what is not done at once is due the next working day, two days later when large', () => {
    const late = receiveFacts({ now: '2019-11-18T15:30:00+07:00' as Moment }, copies);
    expect(certifyCopies({ ...command, resolvedNow: false }, late)).toMatchObject({ value: { due: { due: '2019-11-19T17:30:00+07:00' }, printsReceipt: true, state: 'received' } });
    expect(certifyCopies({ ...command, resolvedNow: false, isLarge: true }, late)).toMatchObject({ value: { due: { due: '2019-11-21T17:30:00+07:00' } } });
  });
  it('takes the book of the commune and the year', () => {
    expect(certifyCopies(command, receiveFacts({}, copies))).toMatchObject({ value: { book: { series: 'certification:SCT/BS:xa-ky-bac', period: '2019' } } });
  });
});
