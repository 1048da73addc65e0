// Nobody scans so much in an hour; a broken or hostile client could fill the disk.
import type { AccountId } from '#core/organisation/organisation.ts';
import { waitInWords } from '../http/guess-limit.ts';
import { problem } from '../http/problem.ts';
import type { Deps } from '../http/route.ts';
import { sentLately } from './files.sql.ts';

/** `hours`: how many of them are brought in one. */
export const refuseTooMany = async ({ pool, world, settings: { uploads } }: Pick<Deps, 'pool' | 'world' | 'settings'>, by: AccountId, hours = 1): Promise<void> => {
  const sent = await sentLately(pool, world.provinceId, by);
  if (sent.files < hours * uploads.filesPerHour && sent.bytes < hours * uploads.bytesPerHour) return;
  const wait = Math.max(60, sent.oldestLeavesIn);
  throw problem('too-many-uploads', { retryAfterSeconds: wait, detail: `Trong một giờ qua đã gửi quá nhiều tệp. Vui lòng gửi lại ${waitInWords(wait)}.` });
};
