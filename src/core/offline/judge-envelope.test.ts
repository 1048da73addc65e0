import { describe, expect, it } from 'vitest';
import type { Moment } from '../kernel/moment.ts';
import type { DeskId } from '../organisation/organisation.ts';
import { type EnvelopeFacts, type LeasedFact, type ProofFacts, isDayDoubtful, judgeEnvelope, judgeNumbers } from './judge-envelope.ts';

const at = (text: string): Moment => `2019-11-${text}:00+07:00` as Moment;
const grant = { madeAt: at('18T07:30'), validUntil: at('22T07:30') };
const clerk: ProofFacts = { grant, isProven: true, person: { isDisabled: false, roles: ['postal-clerk'] } };
const officer: ProofFacts = { ...clerk, person: { isDisabled: false, roles: ['commune-officer'] } };
const facts: EnvelopeFacts = {
  arrivedAt: at('19T08:00'), madeAt: at('18T09:00'), machineAt: at('18T09:00'), deskId: 'ky-bac' as DeskId, bodyDeskId: 'ky-bac' as DeskId,
  isRevoked: false, by: clerk,
};
const judge = (more: Partial<EnvelopeFacts>) => judgeEnvelope({ ...facts, ...more });

describe('an act that comes in later', () => {
  it('is believed when everything fits', () => {
    expect([judge({}), judge({ officer })]).toEqual([undefined, undefined]);
  });
  it('is kept when it names another desk than the machine’s', () => expect(judge({ bodyDeskId: 'ky-phong' as DeskId })).toBe('desk-differs'));
  it('is kept when nobody was granted, or the proof is another’s', () => {
    expect(judge({ by: { ...clerk, grant: undefined } })).toBe('grant-unknown');
    expect(judge({ by: { ...clerk, isProven: false } })).toBe('proof-wrong');
    expect(judge({ by: { ...clerk, person: { isDisabled: false, roles: [] } } })).toBe('person-not-at-desk');
    expect(judge({ by: { ...clerk, person: { isDisabled: true, roles: ['postal-clerk'] } } })).toBe('person-not-at-desk');
    expect(judge({ by: { ...clerk, person: undefined } })).toBe('person-not-at-desk');
  });
  it('is kept when it was made before the grant or after its end', () => {
    expect(judge({ madeAt: at('18T07:29'), machineAt: at('18T07:29') })).toBe('grant-not-valid');
    expect(judge({ madeAt: at('22T07:31'), machineAt: at('22T07:31'), arrivedAt: at('23T08:00') })).toBe('grant-not-valid');
  });
  it('is kept when its time is not yet there, but for ten minutes of a clock that runs fast', () => {
    expect(judge({ madeAt: at('19T08:10'), machineAt: at('19T08:10') })).toBe(undefined);
    expect(judge({ madeAt: at('19T08:11'), machineAt: at('19T08:11') })).toBe('made-in-future');
  });
  it('is kept when the machine’s clock was more than two days off', () => {
    expect(judge({ machineAt: at('16T09:00') })).toBe(undefined);
    expect(judge({ machineAt: at('16T08:59') })).toBe('clock-off');
    expect(judge({ machineAt: at('20T09:01') })).toBe('clock-off');
  });
  it('is kept when whoever confirmed is no officer there, or did not confirm this', () => {
    expect(judge({ officer: clerk })).toBe('officer-proof-wrong');
    expect(judge({ officer: { ...officer, isProven: false } })).toBe('officer-proof-wrong');
    expect(judge({ officer: { ...officer, grant: undefined } })).toBe('officer-proof-wrong');
  });
  it('of a revoked machine is kept, and whatever is graver is said first', () => {
    expect(judge({ isRevoked: true })).toBe('device-revoked');
    expect(judge({ isRevoked: true, by: { ...clerk, isProven: false } })).toBe('proof-wrong');
  });
  it('has a doubtful day when the machine’s clock or ours says another', () => {
    expect(isDayDoubtful(facts)).toBe(false);
    expect(isDayDoubtful({ ...facts, machineAt: at('17T23:00') })).toBe(true);
    expect(isDayDoubtful({ madeAt: at('19T00:05'), machineAt: at('19T00:05'), arrivedAt: at('18T23:59') })).toBe(true);
  });
});

describe('the numbers it took', () => {
  const lease = { from: 21, to: 40 };
  const number = (more: Partial<LeasedFact>): readonly LeasedFact[] => [{ number: 30, lease, usedByOther: false, ...more }];
  it('are the machine’s own, unused, and not those it gave back', () => {
    expect([judgeNumbers([]), judgeNumbers(number({})), judgeNumbers(number({ number: 21 })), judgeNumbers(number({ number: 40 }))]).toEqual([undefined, undefined, undefined, undefined]);
    for (const wrong of [{ number: 20 }, { number: 41 }, { lease: undefined }, { lease: { ...lease, unusedFrom: 30 } }]) {
      expect(judgeNumbers(number(wrong))).toBe('number-not-leased');
    }
    expect(judgeNumbers(number({ number: 29, lease: { ...lease, unusedFrom: 30 } }))).toBe(undefined);
    expect(judgeNumbers(number({ usedByOther: true }))).toBe('number-used');
  });
});
