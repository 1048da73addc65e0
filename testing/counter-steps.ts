// A day of a counter without a line, drawn by chance: what the clerk does and what befalls her, in any order.
import fc from 'fast-check';
import {
  again, bring, cancel, certify, correct, count, countPapers, forward, givePapers, guide, handOut, handOverBag, receive, receiveScanned, refuseToReceive, unsettled, withdraw,
} from './counter-acts.ts';
import { FORGERIES, forge } from './counter-forgeries.ts';
import { giveBack, jump, killServer, killTab, line, revoke, runOut, setRight, sync, upgrade } from './counter-mishaps.ts';
import { FAULTS, type Step } from './counter-model.ts';
import { cancelRefused, certifyRefused, guideRefused, handOverRefusedBag, putActsRight, putOneRight, receiveRefused, refuseRefused } from './counter-refused.ts';

const faults = fc.array(fc.option(fc.constantFrom(...FAULTS), { nil: undefined, freq: 2 }), { maxLength: 8 });
const acts = [
  fc.constant(receive), fc.constant(receiveScanned), fc.integer({ min: 1, max: 3 }).map(certify), fc.boolean().map(unsettled), fc.nat(9).map(again),
  fc.nat(9).map(forward), fc.constantFrom(handOverBag, handOverRefusedBag), fc.nat(9).map(cancel), fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 3 })).map(([index, asked]) => correct(index, asked)), fc.nat(9).map(withdraw),
  fc.constantFrom(bring, count, handOut, guide, refuseToReceive), fc.constantFrom(count, handOut, countPapers, givePapers),
  fc.constantFrom(receiveRefused, certifyRefused, guideRefused, refuseRefused, handOverRefusedBag), fc.nat(3).map(putOneRight), fc.nat(3).map(cancelRefused), fc.constant(putActsRight),
];
const mishaps = [
  faults.map(sync), faults.map(sync), fc.boolean().map(line), fc.constant(killTab), fc.constantFrom(killServer, upgrade), fc.constantFrom(...FORGERIES).map(forge),
  fc.integer({ min: -4, max: 4 }).map(jump), fc.constantFrom(-9 * 24 * 60, 90).map(jump), fc.constant(setRight), fc.constant(runOut), faults.map(giveBack),
];

export const counterSteps = (most: number): fc.Arbitrary<Iterable<Step>> => fc.commands([...acts, ...mishaps, fc.constant(revoke)], { maxCommands: most, size: '+1' });

const DAY_STEPS = { minLength: 110, maxLength: 150, size: 'max' } as const;
/** A whole day, more work than mishaps; revoked, if at all, near its end, since after that a machine prints nothing. */
export const counterDay = (): fc.Arbitrary<readonly Step[]> => {
  const [work, mishap] = [fc.oneof(...acts), fc.oneof(...mishaps)];
  const hours = fc.array(fc.oneof({ weight: 2, arbitrary: work }, { weight: 1, arbitrary: mishap }), DAY_STEPS);
  const end = fc.option(fc.array(fc.oneof(work, mishap), { maxLength: 8 }), { nil: undefined });
  return fc.tuple(hours, end).map(([day, after]) => (after ? [...day, revoke, ...after] : day));
};
