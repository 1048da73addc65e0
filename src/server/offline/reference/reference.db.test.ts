// What a counter decides with by itself: whole, versioned, small.
import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { plantDevice } from '#testing/planted-devices.ts';
import { procedureIn } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { WorldName } from '#demo/worlds.ts';
import type { referenceAnswer, referenceManifest } from '#wire/offline.wire.ts';

type Parts = z.output<typeof referenceManifest>['parts'];
type Read = z.output<typeof referenceAnswer>['parts'];
const WORLDS: readonly [WorldName, string, string, string][] = [['kybac-2019', 'buudien.kybac', 'ky-bac', '1.001193'], ['hatinh-2026', 'buudien.kyxuan', 'ky-xuan', '1.001193']];
/** As the server compresses, with its quality. */
const packed = (text: string): number => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

describe.each(WORLDS)('%s', (name, login, deskId, code) => {
  let world: ServedWorld;
  let clerk: Caller;
  let device: Record<string, string>;
  beforeAll(async () => {
    world = await servedWorld(name);
    clerk = await world.signIn(login);
    device = { 'x-device': (await plantDevice(world.database.pool, deskId)).header };
  }, 120_000);
  afterAll(() => world.close());

  const manifest = async (): Promise<{ parts: Parts; etag: string }> => {
    const answer = await clerk.get('/api/desk/offline/reference', device);
    expect(answer.status).toBe(200);
    return { parts: answer.json<{ parts: Parts }>().parts, etag: String(answer.headers['etag']) };
  };
  const read = (keys: readonly string[]) => clerk.send('POST', '/api/desk/offline/reference', { keys }, device);

  it('is read whole at first in less than 1.5 MB, and the second time not at all', async () => {
    const { parts, etag } = await manifest();
    const keys = parts.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['desk', 'staff', 'organisation', 'calendar', 'forms', 'settings', `procedure:${code}`]));
    const answer = await read(keys);
    const got = answer.json<{ parts: Read }>().parts;
    expect(got.map(({ key, version }) => ({ key, version }))).toEqual(parts);
    const [first, list] = [packed(answer.text), packed(JSON.stringify(parts))];
    console.info(`${name}: first load ${first} bytes, manifest ${list} bytes, ${parts.length} parts`);
    expect(first).toBeLessThan(1_500_000);
    expect(list).toBeLessThan(20_000);
    const again = await clerk.get('/api/desk/offline/reference', { ...device, 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('names people of the desk only, and no secret of theirs', async () => {
    const answer = await read(['staff', 'khong-co']);
    const [staff] = answer.json<{ parts: { data: { people: { assignments: { deskId: string }[] }[] } }[] }>().parts;
    expect(new Set(staff?.data.people.flatMap(({ assignments }) => assignments.map((one) => one.deskId)))).toEqual(new Set([deskId]));
    expect(answer.text).not.toMatch(/argon2|password|pin_hash|pinHash/);
  });

  it('a usual morning brings only what is new, in less than 20 kB', async () => {
    const before = await manifest();
    const procedure = procedureIn(name, code);
    await world.database.migratorPool.query(
      `with old as (update motcua.procedure_version set valid_to = (valid_from + 400)::date where procedure_code = $1 and valid_to is null returning *)
       insert into motcua.procedure_version select (jsonb_populate_record(null::motcua.procedure_version, to_jsonb(old) || jsonb_build_object(
         'version', old.version + 1, 'valid_from', old.valid_from + 400, 'valid_to', null))).* from old`, [procedure.code]);
    const after = await manifest();
    expect(after.etag).not.toBe(before.etag);
    const known = new Map(before.parts.map(({ key, version }) => [key, version]));
    const fresh = after.parts.filter(({ key, version }) => known.get(key) !== version).map(({ key }) => key);
    expect(fresh).toEqual([`procedure:${code}`]);
    const answer = await read(fresh);
    const bytes = packed(answer.text) + packed(JSON.stringify(after.parts));
    console.info(`${name}: a morning with one new version ${bytes} bytes`);
    expect(bytes).toBeLessThan(20_000);
  });
});
