// A parent to be killed: starts (or joins) the embedded server of a folder and tells each row once it is committed.
import pg from 'pg';
import { startEmbedded } from '#server/db/embedded/embedded.ts';

const [folder = '', packageName] = process.argv.slice(2);
const server = await startEmbedded({ folder, packageName: packageName || undefined, sync: false });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(`ready ${server.how} ${server.pid()}`);

const connect = async (): Promise<pg.Client> => {
  for (;;) {
    const client = new pg.Client({ connectionString: server.superuserUrl() });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};

let client = await connect();
await client.query('create table if not exists entry (id uuid primary key default gen_random_uuid())');
for (;;) {
  try {
    const { rows } = await client.query<{ id: string }>('insert into entry default values returning id');
    say(`row ${rows[0]?.id}`);
  } catch {
    await client.end().catch(() => undefined);
    client = await connect();
  }
}
