// Who made it, when, and with which numbers: the facts of the judgement.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import type { QuarantineReason } from '#core/offline/case-reason.ts';
import { type ProofFacts, isDayDoubtful, judgeEnvelope, judgeNumbers } from '#core/offline/judge-envelope.ts';
import { proofText, provenPart } from '#core/offline/offline-act.ts';
import { type Moment, dateOf, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import type { Deps } from '../../http/route.ts';
import { grantSecret, proofOf } from '../device/derived-secrets.ts';
import type { Device } from '../device/device.ts';
import { type PersonThen, findGrants, findPeopleThen } from '../grants/grants.sql.ts';
import { type LeasedRow, findLeased } from './command.sql.ts';

export type Believed = {
  readonly reason?: QuarantineReason;
  readonly person?: PersonThen;
  readonly officer?: PersonThen;
  /** Those the device held and nobody else bears. */
  readonly numbers: readonly LeasedRow[];
  readonly isDayDoubtful: boolean;
};

const equals = (given: string, right: Buffer): boolean => {
  const bytes = Buffer.from(given, 'base64url');
  return bytes.length === right.length && timingSafeEqual(bytes, right);
};

const usable = (row: LeasedRow, commandId: string): boolean =>
  judgeNumbers([{ number: row.number, lease: leaseOf(row), usedByOther: (row.usedBy !== null && row.usedBy !== commandId) || row.isGap }]) === undefined;
const leaseOf = ({ from, to, unusedFrom }: LeasedRow) =>
  (from === null || to === null ? undefined : { from, to, ...(unusedFrom === null ? {} : { unusedFrom }) });

export const believe = async (
  { pool, world: { provinceId }, secrets, realNow }: Deps, device: Device, command: OfflineCommand, bodyDeskId: DeskId, arrivedAt: Moment,
): Promise<Believed> => {
  const { by, officer } = command;
  // what was put right is proven when it was put right; that its first form was believed says when it was made
  const madeAt = command.corrects?.at ?? command.madeAt;
  // a number twice in one envelope is one that another bears
  const isTwice = new Set(command.leased.map((n) => `${n.series} ${n.period} ${n.number}`)).size < command.leased.length;
  const [grants, people, numbers] = await Promise.all([
    findGrants(pool, provinceId, [by.grantId, ...(officer ? [officer.grantId] : [])]),
    findPeopleThen(pool, provinceId, device.deskId, [by.accountId, ...(officer ? [officer.accountId] : [])], dateOf(madeAt)),
    findLeased(pool, provinceId, device.deviceId, command.leased),
  ]);
  const text = proofText(command, createHash('sha256').update(canonicalJson(provenPart(command))).digest('hex'));
  const proofOfPerson = (given: OfflineCommand['by']): ProofFacts => ({
    grant: grants.find(({ grantId, accountId, deviceId }) => grantId === given.grantId && accountId === given.accountId && deviceId === device.deviceId),
    isProven: equals(given.proof, proofOf(grantSecret(secrets, given.grantId), text)),
    person: people.find(({ accountId }) => accountId === given.accountId),
  });
  const machineAt = momentFromEpoch(momentToEpoch(command.machineAt) + momentToEpoch(arrivedAt) - realNow());
  const times = { arrivedAt, madeAt, machineAt };
  const envelope = judgeEnvelope({
    ...times, deskId: device.deskId, bodyDeskId, isRevoked: device.revokedAt !== null, by: proofOfPerson(by), officer: officer && proofOfPerson(officer),
  });
  const inHand = judgeNumbers(numbers.map((row) => ({
    number: row.number, lease: leaseOf(row), usedByOther: isTwice || (row.usedBy !== null && row.usedBy !== command.commandId) || row.isGap,
  })));
  return {
    // that the machine was revoked says least: a number that is another's says more
    reason: envelope === 'device-revoked' ? (inHand ?? envelope) : (envelope ?? inHand),
    person: people.find(({ accountId }) => accountId === by.accountId),
    // whoever looks at it may vouch that an officer confirmed, not that somebody else is one
    officer: officer && people.find(({ accountId, roles }) => accountId === officer.accountId && roles.includes('commune-officer')),
    numbers: isTwice ? [] : numbers.filter((row) => usable(row, command.commandId)),
    isDayDoubtful: isDayDoubtful(times),
  };
};

/** Whose numbers an envelope bears that no command has come in with. */
export const unbornNumbers = async (pool: Pool, provinceId: number, device: Device, command: OfflineCommand): Promise<readonly LeasedRow[]> =>
  (await findLeased(pool, provinceId, device.deviceId, command.leased)).filter(({ usedBy }) => usedBy !== command.commandId);
