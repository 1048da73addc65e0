import { describe, expect, it } from 'vitest';
import { calendar, clerk, desk, deskDossier } from '#testing/desk-facts.ts';
import { RECORDS, officeDossier } from '#testing/office-dossier.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { type CollectionFacts, nextCollectionStep } from './collection.ts';
import { acceptOutcomeBack, inviteToCollect, sendOutcomeBack } from './invite-to-collect.ts';

const on = (day: string): PlainDate => `2019-11-${day}` as PlainDate;
const lies = (more: Partial<CollectionFacts> = {}): CollectionFacts =>
  ({ readyOn: on('18'), invitedOn: [], wish: 'at-desk', shipment: 'none', ...more });
const step = (more: Partial<CollectionFacts>) => nextCollectionStep(lies(more), calendar);
const facts = (day: string, collection: CollectionFacts | undefined, state: 'ready-to-return' | 'returned' = 'ready-to-return') =>
  ({ now: `2019-11-${day}T08:00:00+07:00` as Moment, actor: clerk, desk, dossier: deskDossier({ state }), calendar, collection });
const invite = (...given: Parameters<typeof facts>) => inviteToCollect({ revision: 1 }, facts(...given));
const back = (...given: Parameters<typeof facts>) => sendOutcomeBack({ revision: 1 }, facts(...given));

// 18/11/2019 is a Monday
describe('what comes next of an outcome that nobody fetches', () => {
  it('the first invitation on the working day after it came, or after the day on the receipt', () => {
    expect(step({})).toEqual({ kind: 'invite', round: 1, from: on('19') });
    expect(step({ dueOn: on('15') })).toEqual({ kind: 'invite', round: 1, from: on('19') });
    expect(step({ dueOn: on('22') })).toEqual({ kind: 'invite', round: 1, from: on('25') });
  });
  it('the second two working days later, over the week’s end as well; then it goes back after two more', () => {
    expect(step({ invitedOn: [on('19')] })).toEqual({ kind: 'invite', round: 2, from: on('21') });
    expect(step({ invitedOn: [on('21')] })).toEqual({ kind: 'invite', round: 2, from: on('25') });
    expect(step({ invitedOn: [on('19'), on('21')] })).toEqual({ kind: 'send-back', from: on('26') });
  });
  it('nobody is invited to what is brought home, until it came back', () => {
    expect(step({ wish: 'home-delivery' })).toBeUndefined();
    expect(step({ shipment: 'under-way' })).toBeUndefined();
    expect(step({ wish: 'home-delivery', shipment: 'came-back' })).toEqual({ kind: 'invite', round: 1, from: on('19') });
  });
});

describe('inviting', () => {
  it('the clerk does it alone; the last invitation says until when', () => {
    const first = invite('19', lies());
    expect(first).toMatchObject({ ok: true, value: { round: 1, earlier: [], hands: { receiverId: clerk.accountId } } });
    expect(first.ok && first.value.until).toBe(undefined);
    expect(invite('21', lies({ invitedOn: [on('19')] }))).toMatchObject({ value: { round: 2, earlier: [on('19')], until: on('25') } });
  });
  it('no earlier, no third time, and of nothing that is not here', () => {
    expect(invite('18', lies())).toEqual({ ok: false, refusal: { kind: 'invitation-too-early', round: 1, from: on('19') } });
    expect(invite('20', lies({ invitedOn: [on('19')] }))).toEqual({ ok: false, refusal: { kind: 'invitation-too-early', round: 2, from: on('21') } });
    expect(invite('28', lies({ invitedOn: [on('19'), on('21')] }))).toEqual({ ok: false, refusal: { kind: 'invited-twice', sendBackFrom: on('26') } });
    expect(invite('28', undefined)).toEqual({ ok: false, refusal: { kind: 'outcome-not-at-desk' } });
    expect(invite('28', lies({ shipment: 'under-way' }))).toEqual({ ok: false, refusal: { kind: 'outcome-being-delivered' } });
    expect(invite('28', lies(), 'returned')).toMatchObject({ refusal: { kind: 'act-not-possible' } });
    expect(inviteToCollect({ revision: 2 }, facts('28', lies()))).toMatchObject({ refusal: { kind: 'changed-meanwhile' } });
  });
});

describe('sending back', () => {
  it('only after two invitations and their two working days', () => {
    expect(back('28', lies({ invitedOn: [on('19')] }))).toEqual({ ok: false, refusal: { kind: 'not-invited-twice', invitations: 1 } });
    expect(back('25', lies({ invitedOn: [on('19'), on('21')] }))).toEqual({ ok: false, refusal: { kind: 'send-back-too-early', from: on('26') } });
    expect(back('26', lies({ invitedOn: [on('19'), on('21')] }))).toMatchObject({ ok: true, value: { invitedOn: [on('19'), on('21')] } });
  });
  it('the agency signs for it once', () => {
    const dossier = officeDossier({ state: 'uncollected' });
    const accept = (isOnTheWay: boolean) => acceptOutcomeBack({ expectedRevision: dossier.revision }, { dossier, actor: RECORDS, isOnTheWay });
    expect(accept(true)).toEqual({ ok: true, value: { accepted: true } });
    expect(accept(false)).toEqual({ ok: false, refusal: { kind: 'outcome-back-already' } });
  });
});
