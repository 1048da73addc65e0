// Scans over a weak line: pieces go on where the last ended, and only what is what its name says is stored.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import { plantDevice } from '#testing/planted-devices.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const shaOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const scan = (bytes: number): Buffer => Buffer.concat([PNG, randomBytes(bytes - PNG.length)]);
const fileStore = fakeFileStore();

let world: ServedWorld;
let clerk: Caller;
let device: Record<string, string>;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { fileStore } });
  clerk = await world.signIn('buudien.kybac');
  device = { 'x-device': (await plantDevice(world.database.pool)).header };
}, 120_000);
afterAll(() => world.close());

const put = (sha256: string, content: Buffer, offset: number, total: number, headers = device): Promise<Answer> =>
  clerk.send('PUT', `/api/desk/offline/files/${sha256}?offset=${offset}&total=${total}`, content, { 'content-type': 'application/octet-stream', ...headers });
const stored = async (sha256: string) =>
  (await world.database.pool.query('select f.bytes, f.media_type as type, u.desk_id as desk from motcua.stored_file f join motcua.file_upload u using (province_id, sha256) where sha256 = $1', [sha256])).rows;
const pieces = async () => (await world.database.pool.query<{ n: number }>('select count(*)::int as n from motcua.file_piece')).rows[0]?.n;

it('a scan comes in pieces; one sent twice, or out of its place, changes nothing, and asking tells how far it is', async () => {
  const content = scan(600_000);
  const sha256 = shaOf(content);
  const piece = (from: number, to: number) => put(sha256, content.subarray(from, to), from, content.length);
  expect((await piece(0, 200_000)).json()).toEqual({ sha256, received: 200_000, complete: false });
  expect((await piece(0, 200_000)).json()).toMatchObject({ received: 200_000 });
  expect((await piece(400_000, 600_000)).json()).toMatchObject({ received: 200_000, complete: false });
  expect((await put(sha256, Buffer.alloc(0), 0, content.length)).json()).toMatchObject({ received: 200_000 });
  await Promise.all([piece(200_000, 400_000), piece(200_000, 400_000)]);
  expect((await piece(400_000, 600_000)).json()).toEqual({ sha256, received: 600_000, complete: true });
  expect(await stored(sha256)).toEqual([{ bytes: 600_000, type: 'image/png', desk: 'ky-bac' }]);
  expect(Buffer.from((await fileStore.get(sha256)) ?? []).equals(content)).toBe(true);
  expect(await pieces()).toBe(0);
  expect((await piece(0, 10)).json()).toMatchObject({ complete: true });
});

it('what is not what its name says is named, and begins anew', async () => {
  const content = scan(1_000);
  const wrong = shaOf(Buffer.from('another'));
  const answer = await put(wrong, content, 0, content.length);
  expect([answer.status, answer.json<{ code: string }>().code]).toEqual([422, 'scan-differs']);
  expect(answer.json<{ detail: string }>().detail).toContain(wrong.slice(0, 12));
  expect([await stored(wrong), await pieces()]).toEqual([[], 0]);
});

it('what is no scan is not stored under any name', async () => {
  const content = Buffer.from('<script>alert(1)</script>');
  const answer = await put(shaOf(content), content, 0, content.length);
  expect([answer.status, answer.json<{ code: string }>().code]).toEqual([415, 'unsupported-media']);
  expect(await stored(shaOf(content))).toEqual([]);
});

it('pieces and files have their limits', async () => {
  const sha256 = shaOf(Buffer.from('x'));
  expect((await put(sha256, Buffer.alloc(262_145), 0, 300_000)).status).toBe(413);
  expect((await put(sha256, Buffer.alloc(10), 95, 100)).status).toBe(413);
  expect((await put(sha256, Buffer.alloc(10), 0, 20_000_000)).status).toBe(400);
  expect((await put('x', Buffer.alloc(10), 0, 100)).status).toBe(404);
  expect((await put(sha256, Buffer.alloc(10), 0, 100, { 'x-device': 'x' })).status).toBe(404);
});

it('two machines send the same scan without mixing their pieces', async () => {
  const content = scan(3_000);
  const sha256 = shaOf(content);
  const other = { 'x-device': (await plantDevice(world.database.pool)).header };
  await put(sha256, content.subarray(0, 1_000), 0, 3_000);
  await put(sha256, content.subarray(0, 2_000), 0, 3_000, other);
  expect((await put(sha256, content.subarray(1_000), 1_000, 3_000)).json()).toMatchObject({ complete: true });
  expect((await put(sha256, content.subarray(2_000), 2_000, 3_000, other)).json()).toMatchObject({ complete: true });
});

it('a machine brings the scans of days in an hour, and no more', async () => {
  const small = await servedWorld('kybac-2019', { settings: { uploads: { filesPerHour: 1, bytesPerHour: 1_000_000 } } });
  try {
    const person = await small.signIn('buudien.kybac');
    const { header } = await plantDevice(small.database.pool);
    const bring = (): Promise<Answer> => {
      const content = scan(100);
      return person.send('PUT', `/api/desk/offline/files/${shaOf(content)}?offset=0&total=100`, content, { 'content-type': 'application/octet-stream', 'x-device': header });
    };
    for (let i = 0; i < 4; i += 1) expect((await bring()).json()).toMatchObject({ complete: true });
    const refused = await bring();
    expect([refused.status, refused.json<{ code: string }>().code, Number(refused.headers['retry-after']) >= 60]).toEqual([429, 'too-many-uploads', true]);
  } finally {
    await small.close();
  }
}, 120_000);
