// A machine that is lost, stolen or given away works no more. What it printed before stays the citizen's: what it
// still sends is kept for a person to judge.
import { ok, refuse } from '#core/kernel/result.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Act } from '../../acts/act.ts';
import type { Device } from '../device/device.ts';
import { lockDevice, saveRevoked } from '../device/devices.sql.ts';

export type RevokeDevice = { readonly deviceId: string; readonly reason: string };
export type DeviceRevoked = { readonly deviceId: string; readonly revokedAt: Moment; readonly leasesLost: number };
export type RevokeRefusal = { readonly kind: 'device-already-revoked'; readonly at: Moment };

export const revokeDeviceAct: Act<RevokeDevice, Device, Device, RevokeRefusal, DeviceRevoked> = {
  name: 'revoke-device',
  load: (db, { provinceId }, { deviceId }) => lockDevice(db, provinceId, deviceId),
  decide: (_command, device) => (device.revokedAt === null ? ok(device) : refuse({ kind: 'device-already-revoked', at: device.revokedAt })),
  save: async (db, { provinceId, accountName, now }, { deviceId, reason }, { deskId, name }) => {
    const leasesLost = await saveRevoked(db, provinceId, deviceId, { at: now, byName: accountName, reason });
    return {
      answer: { deviceId, revokedAt: now, leasesLost }, chain: 'admin',
      journal: [{ act: 'revoke-device', data: { deviceId, deskId, name, reason, leasesLost } }], outbox: [],
    };
  },
};
