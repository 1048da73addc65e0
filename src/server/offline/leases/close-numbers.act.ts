// Numbers that a lost machine took along are written down as left out: the books are sound again, and none is given anew.
import { type CloseNumbersRefused, mayCloseNumbers } from '#core/offline/close-numbers.ts';
import type { Act } from '../../acts/act.ts';
import type { Device } from '../device/device.ts';
import { lockDevice } from '../device/devices.sql.ts';
import { closeNumbers, countOpenCases } from './close-numbers.sql.ts';

type CloseNumbers = { readonly deviceId: string };
export type NumbersClosed = { readonly deviceId: string; readonly unused: number };
type Facts = { readonly device: Device; readonly openCases: number };

export const closeNumbersAct: Act<CloseNumbers, Facts, true, CloseNumbersRefused, NumbersClosed> = {
  name: 'close-device-numbers',
  load: async (db, { provinceId }, { deviceId }) => {
    const device = await lockDevice(db, provinceId, deviceId);
    return device && { device, openCases: await countOpenCases(db, provinceId, deviceId) };
  },
  decide: (_command, { device, openCases }) => mayCloseNumbers({ isRevoked: device.revokedAt !== null, openCases }),
  save: async (db, { provinceId, accountName, now }, { deviceId }, _may, { device: { deskId, name } }) => {
    const unused = await closeNumbers(db, provinceId, { deviceId, name }, now, accountName);
    return { answer: { deviceId, unused }, chain: 'admin', journal: [{ act: 'close-device-numbers', data: { deviceId, deskId, name, unused } }], outbox: [] };
  },
};
