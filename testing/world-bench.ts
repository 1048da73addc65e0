// A served world as the server of a counter's bench.
import type { Reply } from '#staff/offline/transport.ts';
import type { ServerUnderTest } from './model-bench.ts';
import type { Answer, ServedWorld } from './served-world.ts';

const replyOf = ({ status, headers, text }: Answer): Reply => ({
  status, headers: { etag: headers['etag'] as string | undefined, 'retry-after': headers['retry-after'] as string | undefined },
  body: text === '' ? undefined : JSON.parse(text),
});

/** Kỳ Bắc's, reached by its clerk. */
export const serverOf = async (world: ServedWorld): Promise<ServerUnderTest> => {
  const [clerk, admin] = [await world.signIn('buudien.kybac'), await world.signIn('quantri')];
  const { account, desk } = (await clerk.get('/api/me')).json<{ account: { accountId: string; fullName: string }; desk: { officers: { accountId: string }[] } }>();
  return {
    reach: async ({ method, path, headers, json, bytes }) => replyOf(method === 'GET'
      ? await clerk.get(path, headers)
      : await clerk.send(method, path, bytes ? Buffer.from(bytes) : json, { ...headers, ...(bytes ? { 'content-type': 'application/octet-stream' } : {}) })),
    kill: () => world.restart(),
    asAdmin: async (path, body) => replyOf(await admin.send('POST', path, body)),
    clerk: account, officerId: desk.officers[0]?.accountId ?? '', realNow: world.realNow,
    rows: async <T extends object>(sql: string, values: readonly unknown[]) => (await world.database.pool.query<T>(sql, [...values])).rows,
  };
};
