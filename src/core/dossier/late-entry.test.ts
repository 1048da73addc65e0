import { describe, expect, it } from 'vitest';
import { birth, clerk, OFFICER, receiveFacts, reception, transferOf } from '#testing/desk-facts.ts';
import type { Moment } from '../kernel/moment.ts';
import type { DossierCode } from './dossier.ts';
import { receiveDossier, type ReceiveFacts } from './receive-dossier.ts';

const at = (text: string): Moment => `${text}:00+07:00` as Moment;
const late = (receivedAt: string) => reception({
  lateEntry: { receivedAt: at(receivedAt), bookletNumber: 'Q1-012', reason: 'Mất điện từ 13 giờ' },
});
const facts = (more: Partial<ReceiveFacts> = {}): ReceiveFacts => receiveFacts({ now: at('2019-11-21T08:00'), ...more });
const told = (receivedAt: string, more: Partial<ReceiveFacts> = {}) => {
  const result = receiveDossier(late(receivedAt), facts(more));
  return result.ok ? result.value : result.refusal;
};

describe('a dossier entered later from the paper booklet', () => {
  it('has the code of the day it was received on, and its due moment counts from that time', () => {
    expect(told('2019-11-18T09:40')).toMatchObject({
      receivedAt: at('2019-11-18T09:40'), codePrefix: '000.22.36.H27-191118-', number: { period: '191118' },
      assessed: { due: { due: at('2019-11-18T17:30'), countsFrom: at('2019-11-18T09:40') }, forwardBy: at('2019-11-18T17:30') },
    });
  });
  it.each([['2019-11-18T15:00', '2019-11-18T17:30'], ['2019-11-18T15:10', '2019-11-19T17:30']])('received %s it is due %s: the 15:00 rule asks the real time', (receivedAt, due) => {
    expect(told(receivedAt)).toMatchObject({ assessed: { due: { due: at(due) } } });
  });
  it.each([
    ['2019-11-21T08:01', 'received-in-future'],
    ['2019-11-13T16:59', 'late-entry-too-old'],
    ['1990-01-01T08:00', 'late-entry-too-old'],
  ])('of %s is refused: %s', (receivedAt, kind) => {
    expect(told(receivedAt)).toMatchObject({ kind });
  });
  it.each(['2019-11-21T08:00', '2019-11-14T08:00'])('may be of %s: now, and five working days back', (receivedAt) => {
    expect(told(receivedAt)).toMatchObject({ receivedAt: at(receivedAt) });
  });
  it('is an officer’s act even where the clerk receives by herself', () => {
    const transfer = transferOf(birth, { mode: 'delegated' });
    expect(told('2019-11-18T09:40', { transfer, actor: clerk })).toMatchObject({ kind: 'confirmation-needed' });
    const confirmed = { ...clerk, confirmation: { kind: 'present' as const, officer: OFFICER } };
    expect(told('2019-11-18T09:40', { transfer, actor: confirmed })).toMatchObject({ hands: { receiverName: OFFICER.fullName, assistantName: clerk.fullName } });
  });
  it('takes each sheet of the booklet once', () => {
    const enteredAs = '000.22.36.H27-191118-0003' as DossierCode;
    expect(told('2019-11-18T09:40', { enteredAs })).toEqual({ kind: 'booklet-number-used', bookletNumber: 'Q1-012', code: enteredAs });
  });
  it('is never an online filing', () => {
    const filed = { state: 'filed-online' as const, revision: 1, code: 'x' as DossierCode };
    expect(receiveDossier({ ...late('2019-11-18T09:40'), filedRevision: 1 }, facts({ filed }))).toEqual({ ok: false, refusal: { kind: 'late-entry-of-filing' } });
  });
});
