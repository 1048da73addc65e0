// What a courier's phone of this release holds in the midst of a round: acts that wait with their signature, one that was
// refused, one that was taken, the round, and what is typed at a door. Its key cannot be read out, so the fixture has one of its own.
import { importDataKey } from '#staff/offline/seal.ts';
import { sha256Hex, utf8 } from '#staff/offline/bytes.ts';
import type { Reply } from '#staff/offline/transport.ts';
import { openPhoneDb, phoneDbName } from '#staff/courier/phone/phone-db.ts';
import { queuePhoneAct, sendPhoneActs } from '#staff/courier/phone/phone-queue.ts';
import { keep, openStore, type PhoneStore } from '#staff/courier/phone/phone-store.ts';
import { type DatabaseFile, readDatabase } from './database-file.ts';

export const COURIER_ID = 'courier-gio';
export const ROUND_DAY = '2026-11-28';
export const ROUND = { day: ROUND_DAY, stops: [{ shipmentId: 'don-1', receiver: { name: 'Lê Thị Cửa Đóng' } }] };
export const TYPED = { strokes: [[{ x: 10, y: 20 }, { x: 40, y: 25 }]] };
const AT = '2026-11-28T08:00:00+07:00';
const KEY = utf8('phone fixture: thirty-two bytes!');

export const fixtureKey = (): Promise<CryptoKey> => importDataKey(KEY);

export type RoundData = { readonly database: DatabaseFile; readonly waiting: readonly string[]; readonly refused: readonly string[]; readonly signature: string };

const answers = (status: number, body: unknown): Reply => ({ status, headers: {}, body });
const refusal = { type: '/loi/stop-changed', title: 'Đã khác', status: 409, detail: 'Bưu gửi đã nộp lại quầy', traceId: '', code: 'stop-changed' };

export const aRound = async (newId: () => string): Promise<RoundData> => {
  const world = 'phone-kept';
  const db = openPhoneDb(world);
  await db.keys.put({ accountId: COURIER_ID, key: await fixtureKey() });
  const store: PhoneStore = await openStore(db, COURIER_ID);
  const content = utf8('chữ ký của người nhận');
  const signature = await sha256Hex(content);
  const act = async (about: string, files: readonly string[] = []): Promise<string> => {
    const commandId = newId();
    await queuePhoneAct(store, {
      commandId, kind: 'deliver', madeAt: AT, about: [about], files: files.map((sha256) => ({ sha256, mediaType: 'image/png', content })),
      act: { path: `/api/courier/shipments/${about}/deliver`, body: { receiver: { fullName: 'Lê Thị Cửa Mở' } } },
    });
    return commandId;
  };
  const send = (replies: Reply[]) => sendPhoneActs(store, { newId, machineNow: () => Date.parse(AT), transport: async () => replies.shift() });
  await act('don-2');
  const refused = await act('don-3');
  await send([answers(201, {}), answers(409, refusal)]);
  const waiting = [await act('don-1', [signature]), await act('don-4')];
  await keep(store, '/api/courier/round', ROUND_DAY, ROUND);
  await keep(store, 'glass don-1', ROUND_DAY, TYPED);
  db.close();
  return { database: await readDatabase(phoneDbName(world)), waiting, refused: [refused], signature };
};
