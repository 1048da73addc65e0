import { describe, expect, it } from 'vitest';
import { birth, clerk, receiveFacts, receivingUnit, reception, transferOf } from '#testing/desk-facts.ts';
import { farmer, procedureIn } from '#testing/desk-commands.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { Sha256 } from './dossier.ts';
import { receiveDossier, searchKeysOf } from './receive-dossier.ts';

const received = (...args: Parameters<typeof receiveDossier>) => {
  const result = receiveDossier(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const refusal = (...args: Parameters<typeof receiveDossier>) => {
  const result = receiveDossier(...args);
  return result.ok ? 'received' : result.refusal.kind;
};

describe('a whole dossier', () => {
  it('is received: form 01, the number of the day, due the same day', () => {
    expect(received(reception(), receiveFacts())).toMatchObject({
      slip: 'intake-receipt', codePrefix: '000.22.36.H27-191118-', codeIsProvisional: false,
      number: { series: 'dossier:xa-ky-bac', period: '191118' },
      assessed: { due: { due: '2019-11-18T17:30:00+07:00' }, forwardBy: '2019-11-18T17:30:00+07:00' },
    });
  });
  it('after 15:00 it is due, and may go on, the next working day', () => {
    const late = receiveFacts({ now: '2019-11-18T15:10:00+07:00' as Moment });
    expect(received(reception(), late).assessed).toMatchObject({ due: { due: '2019-11-19T17:30:00+07:00' }, forwardBy: '2019-11-19T07:30:00+07:00' });
  });
  it('at a place with its own rule the statutory time waits for the competent agency: form 01 without a date', () => {
    const facts = receiveFacts();
    const clockStart = [{ value: 'competent-agency', channel: 'counter', validFrom: '2019-11-01' as PlainDate }] as const;
    const { assessed, slip } = received(reception(), { ...facts, desk: { ...facts.desk, clockStart } });
    expect([slip, assessed.due, assessed.clock.clock.startRule, assessed.clock.clock.startsAt]).toEqual(['intake-receipt', undefined, 'competent-agency', undefined]);
    const other = [{ ...clockStart[0], channel: 'online' }] as const;
    expect(received(reception(), { ...facts, desk: { ...facts.desk, clockStart: other } }).assessed.due?.due).toBe('2019-11-18T17:30:00+07:00');
  });
  it('for an agency of another commune waits for that agency too, from the day the law says so, unless the place has its own rule', () => {
    const { startRule } = received(reception(), receiveFacts({ away: true })).assessed.clock.clock;
    const since = receiveFacts({ away: true, now: '2026-11-23T07:30:00+07:00' as Moment, receivingUnit: { ...receivingUnit, agencyCode2025: 'H27.31' } });
    const newcomer = reception({ parties: { applicant: { ...farmer, identity: { ...farmer.identity, reason: 'Chưa đổi thẻ' } } } });
    expect([startRule, received(newcomer, since).assessed.clock.clock.startRule]).toEqual(['desk', 'competent-agency']);
    const clockStart = [{ value: 'desk', validFrom: '2026-08-05' as PlainDate }] as const;
    expect(received(newcomer, { ...since, desk: { ...since.desk, clockStart } }).assessed.clock.clock.startRule).toBe('desk');
  });
  it('of a procedure with linked agencies is due when the last of them is done; the agency’s own date is kept apart', () => {
    const linked = [{ agency: 'Bảo hiểm xã hội', limit: { kind: 'working-days', days: 2 } }] as const;
    const { assessed } = received(reception(), receiveFacts({ procedure: { ...birth, linked } }));
    expect(assessed.clock).toMatchObject({ clock: { linked }, reading: { localDue: '2019-11-18T17:30:00+07:00', due: '2019-11-20T17:30:00+07:00' } });
  });
  it('names of papers are the catalogue’s; papers it does not know keep the clerk’s words', () => {
    const papers = [...reception().papers, { itemId: 'khac', name: 'Đơn viết tay', form: 'original' as const, count: 1, shownOnly: false, scans: [] }];
    expect(received(reception({ papers }), receiveFacts()).assessed.papers.map((paper) => paper.name)).toEqual(expect.arrayContaining(['Giấy chứng sinh', 'Đơn viết tay']));
  });
  it('is found by both names without tones and by both numbers', () => {
    const owner = { ...farmer, fullName: 'Lê Thị Ơn', identity: { ...farmer.identity, number: '' } };
    expect(searchKeysOf({ applicant: farmer, owner })).toEqual({ namesFolded: 'nguyen van thu | le thi on', identityNumbers: ['183000001'] });
  });
});

describe('what stands against it', () => {
  it.each([
    ['not-received-here', receiveFacts({ transfer: undefined })],
    ['procedure-not-in-force', receiveFacts({ procedure: undefined })],
    ['procedure-changed', receiveFacts({ procedure: { ...birth, version: 9 } })],
    ['scans-missing', receiveFacts({ unknownScans: ['a'.repeat(64) as Sha256] })],
    ['agency-code-missing', receiveFacts({ receivingUnit: { ...receivingUnit, agencyCode2018: undefined } })],
    ['time-limit-unknown', receiveFacts({ procedure: { ...birth, limits: [] } })],
    ['role-not-allowed', receiveFacts({ actor: { ...clerk, roles: ['courier'] } })],
    ['confirmation-needed', receiveFacts({ actor: clerk })],
    ['act-not-possible', receiveFacts({ filed: { state: 'received', revision: 1, code: 'x' as never } })],
    ['changed-meanwhile', receiveFacts({ filed: { state: 'filed-online', revision: 4, code: 'x' as never } })],
  ])('%s', (kind, facts) => {
    expect(refusal(reception({ filedRevision: facts.filed ? 1 : undefined }), facts)).toBe(kind);
  });
  it('a fee of no whole quantity', () => {
    expect(refusal(reception({ fees: [{ feeId: 'on-time', quantity: 1.5, collected: true }] }), receiveFacts())).toBe('fee-quantity-invalid');
  });
  it('all missing papers at once, never one after the other', () => {
    const result = receiveDossier(reception({ papers: [] }), receiveFacts());
    expect(result.ok ? [] : result.refusal.kind === 'papers-missing' ? result.refusal.papers.map((paper) => paper.itemId) : [])
      .toEqual(['declaration', 'birth-paper', 'identity', 'residence']);
  });
});

describe('the public postal service', () => {
  const marital = procedureIn('kybac-2019', '1.004873');
  const posted = reception({ channel: 'post', regime: 'public-post', posting: { itemNumber: 'RH000000003VN', postage: 20_000 } }, marital);
  it('the clerk receives, a posting slip, no clock before the signed hand-over record', () => {
    const value = received(posted, receiveFacts({ actor: clerk }, marital));
    expect(value).toMatchObject({ slip: 'posting-slip', hands: { receiverName: 'Nguyễn Thị Sen' } });
    expect(value.assessed.due).toBeUndefined();
  });
  it('where the register says postal service only, nothing else is received', () => {
    const facts = receiveFacts({ transfer: transferOf(marital, { mode: 'postal-service' }) }, marital);
    expect(refusal(reception({}, marital), facts)).toBe('regime-not-allowed');
  });
  it('a step done in person cannot come by post nor by another person', () => {
    const inPerson = { ...marital, mustBePresent: true };
    expect(refusal(posted, receiveFacts({}, inPerson))).toBe('must-be-present');
    const representation = { kind: 'authorisation' as const, relation: 'người được ủy quyền' };
    expect(refusal(reception({ parties: { applicant: farmer, representation } }, marital), receiveFacts({}, inPerson))).toBe('must-be-present');
  });
  it('a register signed together needs a written authorisation by post', () => {
    const facts = receiveFacts({}, { ...marital, signsRegister: true });
    expect(refusal(posted, facts)).toBe('authorisation-needed');
    const representation = { kind: 'authorisation' as const, relation: 'nhân viên bưu chính', paperNumber: '01/GUQ' };
    expect(refusal({ ...posted, parties: { applicant: farmer, representation } }, facts)).toBe('received');
  });
});

it('where another system numbers, ours is provisional and counts apart', () => {
  expect(received(reception(), receiveFacts({ procedure: { ...birth, numberSource: 'theirs' } }))).toMatchObject({
    slip: 'provisional-slip', codePrefix: 'TAM-000.22.36.H27-191118-', number: { series: 'provisional:xa-ky-bac' },
  });
});

it("residence is received on the police's slip", () => {
  expect(received(reception(), receiveFacts({ procedure: { ...birth, slips: 'residence-police' } })).slip).toBe('residence-receipt');
});
