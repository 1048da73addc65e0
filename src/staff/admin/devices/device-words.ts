// What an administrator must see at once about a machine: whether it is silent, and what it still holds back.
import { type Moment, momentToEpoch } from '#core/kernel/moment.ts';
import type { z } from 'zod';
import type { devicesView } from '#wire/offline.wire.ts';
import { agoWords } from '../../words/moment-words.ts';

export type DeviceView = z.output<typeof devicesView>['devices'][number];

const HOUR = 3_600_000;
/** The desk's people are asked after a working day of silence. */
const SILENT_HOURS = 24;

export type DeviceStanding = { readonly tone: '' | 'green' | 'amber' | 'red'; readonly words: string };

export const standingOf = (device: Pick<DeviceView, 'revokedAt' | 'lastSeenAt' | 'pending'>, now: Moment): DeviceStanding => {
  if (device.revokedAt !== undefined) return { tone: 'red', words: 'Đã thu hồi' };
  if (device.lastSeenAt === undefined) return { tone: 'amber', words: 'Chưa liên lạc lần nào' };
  const silent = momentToEpoch(now) - momentToEpoch(device.lastSeenAt);
  if (silent < SILENT_HOURS * HOUR) return device.pending > 0 ? { tone: 'amber', words: 'Còn việc chưa gửi' } : { tone: 'green', words: 'Đang dùng' };
  return { tone: 'amber', words: `Im lặng ${agoWords(device.lastSeenAt, now)}` };
};
