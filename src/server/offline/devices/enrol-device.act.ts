// A machine of a counter is enrolled: an administrator makes a code for a desk, somebody of that desk types it there.
import { randomUUIDv7 } from 'node:crypto';
import { OFFLINE_POLICY } from '#core/offline/offline-policy.ts';
import { type Moment, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import { ok, refuse } from '#core/kernel/result.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { OfflinePolicy } from '#core/offline/offline-policy.ts';
import type { Act } from '../../acts/act.ts';
import type { Secrets } from '../../secrets.ts';
import { deviceToken, enrolmentCode, hashCode, hashDeviceToken } from '../device/derived-secrets.ts';
import { type DeskName, type EnrolmentCode, findDeskInForce, insertDevice, insertEnrolmentCode, lockEnrolmentCode } from '../device/devices.sql.ts';

const CODE_MINUTES = 30;

export const makeEnrolmentCodeAct = (secrets: Secrets): Act<EnrolmentCode, DeskName, DeskName, never, { readonly validUntil: Moment }> => ({
  name: 'make-enrolment-code',
  load: (db, { provinceId, now }, { deskId }) => findDeskInForce(db, provinceId, deskId, now),
  decide: (_command, desk) => ok(desk),
  save: async (db, context, command) => {
    const validUntil = momentFromEpoch(momentToEpoch(context.now) + CODE_MINUTES * 60_000);
    await insertEnrolmentCode(db, context, hashCode(enrolmentCode(secrets, context.commandId)), command, validUntil);
    return {
      answer: { validUntil }, chain: 'admin',
      journal: [{ act: 'make-enrolment-code', data: { deskId: command.deskId, name: command.name, validUntil } }], outbox: [],
    };
  },
});

export type EnrolDevice = { readonly code: string; readonly description: string; readonly deskIds: readonly DeskId[] };
export type DeviceEnrolled = { readonly deviceId: string; readonly deskId: DeskId; readonly name: string; readonly policy: OfflinePolicy };
export type EnrolRefusal = { readonly kind: 'enrolment-code-wrong' };

export const enrolDeviceAct = (secrets: Secrets): Act<EnrolDevice, { readonly code?: EnrolmentCode }, EnrolmentCode, EnrolRefusal, DeviceEnrolled> => ({
  name: 'enrol-device',
  load: async (db, { provinceId, now }, { code, deskIds }) => ({ code: await lockEnrolmentCode(db, provinceId, hashCode(code), now, deskIds) }),
  decide: (_command, { code }) => (code ? ok(code) : refuse({ kind: 'enrolment-code-wrong' })),
  save: async (db, context, { code, description }, { deskId, name }) => {
    const deviceId = randomUUIDv7();
    await insertDevice(db, context, hashCode(code), {
      deviceId, deskId, name, description, tokenHash: hashDeviceToken(deviceToken(secrets, deviceId)),
    });
    return {
      answer: { deviceId, deskId, name, policy: OFFLINE_POLICY }, chain: `desk:${deskId}`,
      journal: [{ act: 'enrol-device', data: { deviceId, name, description } }], outbox: [],
    };
  },
});
