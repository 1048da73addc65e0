// The floor: pgbench runs the very statement of the product on the same server, with values taken from it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export type FreshPlace = { readonly index: number; readonly array: boolean };
export type Floor = { readonly perSecond: number; readonly statementMs: number; readonly idMs: number };

const textOf = (value: unknown): string | null => {
  const prepared: unknown = (pg as unknown as { utils?: { prepareValue: (v: unknown) => unknown } }).utils?.prepareValue(value) ?? value;
  if (prepared === null || prepared === undefined) return null;
  if (Buffer.isBuffer(prepared)) return `\\x${prepared.toString('hex')}`;
  if (Array.isArray(prepared)) return `{${prepared.map((one) => (one === null ? 'NULL' : JSON.stringify(String(one)))).join(',')}}`;
  return String(prepared);
};

const run = (command: string, args: readonly string[], env: Record<string, string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    child.on('error', () => reject(new Error('pgbench is missing: sudo apt-get install -y postgresql-15')));
    child.on('exit', (code) => (code === 0 ? resolve(chunks.join('')) : reject(new Error(`pgbench: ${chunks.join('').slice(-2000)}`))));
  });

const quoted = (value: string | null): string => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);

/**
 * Each connection prepares the statement once, byte for byte, and executes it with fresh ids;
 * the ids come from one small query whose time is taken out of the floor again.
 */
export const measureFloor = async (
  url: string, statement: string, desks: readonly (readonly unknown[])[], fresh: readonly FreshPlace[],
  clients: number, seconds: number,
): Promise<Floor> => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-floor-'));
  try {
    const files = desks.map((values, desk) => {
      const ids = fresh.map(({ index, array }) => {
        const many = array ? (values[index - 1] as readonly unknown[]).length : 1;
        const each = Array.from({ length: many }, () => 'gen_random_uuid()').join(" || ',' || ");
        return `${array ? `'{' || ${each} || '}'` : each} as f${index}`;
      }).join(', ');
      const given = values.map((value, i) => {
        const index = i + 1;
        const isFresh = fresh.some((one) => one.index === index);
        return isFresh ? `':f${index}'` : quoted(textOf(value));
      });
      const script = [
        '\\if :unprepared', `prepare receive as ${statement.trim()};`, '\\set unprepared 0', '\\endif',
        `select ${ids} \\gset`, `execute receive(${given.join(', ')});`, '',
      ].join('\n');
      const path = join(folder, `desk-${desk}.sql`);
      writeFileSync(path, script);
      return path;
    });
    const target = new URL(url);
    const env: Record<string, string> = {
      PGHOST: target.searchParams.get('host') ?? target.hostname, PGPORT: target.searchParams.get('port') ?? (target.port || '5432'),
      PGUSER: decodeURIComponent(target.username), PGDATABASE: target.pathname.slice(1), ...(target.password === '' ? {} : { PGPASSWORD: decodeURIComponent(target.password) }),
    };
    const output = await run('pgbench', ['-n', '-M', 'simple', '-r', '-D', 'unprepared=1', '-c', String(clients), '-j', '2', '-T', String(seconds), ...files.flatMap((file) => ['-f', file])], env);
    const tps = Number(/^tps = ([\d.]+) \(without/mu.exec(output)?.[1] ?? /^tps = ([\d.]+)/mu.exec(output)?.[1] ?? 0);
    const latencies = (word: string): number => {
      const found = [...output.matchAll(new RegExp(`^\\s+([\\d.]+)(?:\\s+\\d+)*\\s+${word}`, 'gmu'))].map((match) => Number(match[1]));
      return found.reduce((sum, one) => sum + one, 0) / Math.max(1, found.length);
    };
    const statementMs = latencies('execute receive');
    const idMs = latencies('select gen_random_uuid|select .*gen_random_uuid');
    if (tps === 0 || statementMs === 0) throw new Error(`pgbench said nothing usable: ${output.slice(-1500)}`);
    return { perSecond: tps * ((statementMs + idMs) / statementMs), statementMs, idMs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
