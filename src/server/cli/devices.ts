// Machines of the counters: which there are, and what to do with one that is gone.
import { mayCloseNumbers } from '#core/offline/close-numbers.ts';
import { formatMoment } from '#core/kernel/format.ts';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { offlineRefusalText } from '#wire/refusals/offline.ts';
import { findDevice, lockDevice, saveRevoked } from '../offline/device/devices.sql.ts';
import { listDevices } from '../offline/devices/list-devices.sql.ts';
import { closeNumbers, countOpenCases } from '../offline/leases/close-numbers.sql.ts';
import { handContext, performByHand } from './by-hand.ts';
import { type Command, done, neededOption, refused, usageError } from './command.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const deviceIdOf = (text: string | undefined): string => {
  if (text === undefined || !UUID.test(text)) throw usageError('MÁY là mã máy như devices list đưa ra.');
  return text;
};

const list: Command = {
  name: 'devices list',
  usage: '[--world TÊN]',
  summary: 'Máy của các quầy: lần cuối liên lạc, việc chưa gửi, số đang giữ, việc chờ xem xét',
  takes: [0, 0],
  run: async (context, args) => {
    const worlds = [];
    for (const world of context.worldsOf(args)) {
      const open = await context.world(world);
      const { now } = await handContext(open, 'devices-list', null);
      worlds.push({ world, devices: await listDevices(open.pool, open.row.provinceId, (momentToEpoch(now) - Date.now()) / 1000) });
    }
    const lines = worlds.flatMap(({ world, devices }) => [
      `${world}: ${devices.length} máy`,
      ...devices.map((device) => [
        `  ${device.deviceId}  ${device.deskName}, ${device.name} (${device.description})`,
        `    ${device.lastSeenAt === null ? 'chưa liên lạc' : `liên lạc lần cuối ${formatMoment(device.lastSeenAt)}`}; chưa gửi ${device.pending}, giữ ${device.numbersHeld} số, chờ xem xét ${device.openCases}${
          device.revokedAt === null ? '' : `; thu hồi ${formatMoment(device.revokedAt)}: ${device.revokedReason ?? ''}`}`,
      ].join('\n')),
    ]);
    return done({ worlds }, ...lines);
  },
};

const revoke: Command = {
  name: 'devices revoke',
  usage: 'MÁY --reason "LÝ DO" --world TÊN',
  summary: 'Thu hồi một máy bị mất: máy không làm việc được nữa, việc gửi sau đó được giữ lại để xem xét',
  options: { reason: { type: 'string' } },
  takes: [1, 1],
  run: async (context, args) => {
    const deviceId = deviceIdOf(args.positionals[0]);
    const reason = neededOption(args, 'reason');
    const open = await context.world(context.oneWorldOf(args));
    const found = await findDevice(open.pool, open.row.provinceId, deviceId);
    if (!found) return refused({ deviceId }, `Không có máy ${deviceId}.`);
    if (found.revokedAt !== null) {
      const refusal = { kind: 'device-already-revoked', at: found.revokedAt } as const;
      return refused(refusal, offlineRefusalText(refusal).detail);
    }
    const { now, accountName } = await handContext(open, 'revoke-device', { deviceId });
    const revoked = await performByHand(open, {
      act: 'revoke-device', data: { deviceId, deskId: found.deskId, name: found.name, reason },
      work: async (db, provinceId) => {
        const locked = await lockDevice(db, provinceId, deviceId);
        return locked?.revokedAt === null ? { leasesLost: await saveRevoked(db, provinceId, deviceId, { at: now, byName: accountName, reason }) } : undefined;
      },
    });
    return done({ deviceId, ...revoked }, `Đã thu hồi máy “${found.name}” của quầy ${found.deskId}; ${revoked?.leasesLost ?? 0} lô số mất cùng máy.`);
  },
};

const close: Command = {
  name: 'devices close-numbers',
  usage: 'MÁY --world TÊN',
  summary: 'Chốt số của máy đã mất: số giữ mà không dùng được ghi nhận bỏ trống, để sổ liền mạch',
  details: ['Làm khi không còn mong máy gửi gì nữa và mọi việc chờ xem xét của máy đã xử lý. Ghi rồi không bỏ được; có trong nhật ký.'],
  takes: [1, 1],
  run: async (context, args) => {
    const deviceId = deviceIdOf(args.positionals[0]);
    const open = await context.world(context.oneWorldOf(args));
    const found = await findDevice(open.pool, open.row.provinceId, deviceId);
    if (!found) return refused({ deviceId }, `Không có máy ${deviceId}.`);
    const may = mayCloseNumbers({ isRevoked: found.revokedAt !== null, openCases: await countOpenCases(open.pool, open.row.provinceId, deviceId) });
    if (!may.ok) return refused(may.refusal, offlineRefusalText(may.refusal).detail);
    const { now, accountName } = await handContext(open, 'close-device-numbers', { deviceId });
    const closed = await performByHand(open, {
      act: 'close-device-numbers', data: { deviceId, deskId: found.deskId, name: found.name },
      work: async (db, provinceId) => {
        await lockDevice(db, provinceId, deviceId);
        return { unused: await closeNumbers(db, provinceId, found, now, accountName) };
      },
    });
    return done({ deviceId, ...closed }, `Đã ghi nhận bỏ trống ${closed?.unused ?? 0} số máy “${found.name}” giữ mà không dùng.`);
  },
};

export const deviceCommands: readonly Command[] = [list, revoke, close];
