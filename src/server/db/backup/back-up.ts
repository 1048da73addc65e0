// A back-up of the running embedded server, which ships no pg_dump: pg_backup_start, copy, WAL, pg_backup_stop.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pg from 'pg';
import { operatorError } from '../../faults/operator-error.ts';
import { copyFile, copyFiles, listTree, type CopiedFile } from './copy.ts';
import { DATABASE_PART, FILES_PART, KEY_FILE, writeManifest, type Manifest } from './manifest.ts';

export type BackUpSource = {
  readonly superuserUrl: string;
  readonly postgresFolder: string;
  /** holds `files` and the master key */
  readonly dataFolder: string;
};

/** Their contents belong to the running server alone; the folders themselves must exist. */
const EMPTY_FOLDERS = new Set(['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans']);
const LEFT_OUT = /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|pg_internal\.init|current_logfiles|pgsql_tmp.*)$/;
const CONTROL = 'global/pg_control';
const WAL_NAME = /^[0-9A-F]{24}$/;

type Span = { readonly start: string; readonly stop: string; readonly label: string };

const under = (part: string, files: readonly CopiedFile[]): readonly CopiedFile[] =>
  files.map((file) => ({ ...file, path: `${part}/${file.path}` }));

const copyCluster = async (client: pg.Client, from: string, to: string): Promise<Span & { files: CopiedFile[]; folders: readonly string[] }> => {
  // keeps every WAL segment from now on; gone with this session
  await client.query(`select pg_create_physical_replication_slot($1, true, true)`, [`motcua_backup_${process.pid}`]);
  const started = await client.query<{ lsn: string }>(`select pg_backup_start('motcua', true) as lsn`);
  const tree = await listTree(from, (folder) => !EMPTY_FOLDERS.has(folder) && !basename(folder).startsWith('pgsql_tmp'), (file) => file !== CONTROL && !LEFT_OUT.test(basename(file)));
  for (const folder of tree.folders) await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
  const files = [...(await copyFiles(from, to, tree.files))];
  const control = await copyFile(from, to, CONTROL);
  if (control === undefined) throw operatorError('Không đọc được pg_control của PostgreSQL.');
  const stopped = await client.query<{ lsn: string; label: string; tablespaces: string; first: string; last: string }>(
    `select lsn, labelfile as label, spcmapfile as tablespaces, pg_walfile_name($1) as first, pg_walfile_name(lsn) as last
     from pg_backup_stop(wait_for_archive => false)`,
    [started.rows[0]?.lsn],
  );
  const end = stopped.rows[0];
  if (end === undefined || end.tablespaces !== '') throw operatorError('Không sao lưu được: PostgreSQL có tablespace ở ngoài thư mục dữ liệu.');
  const segments = (await readdir(join(from, 'pg_wal'))).filter(
    (name) => name.endsWith('.history') || (WAL_NAME.test(name) && name >= end.first && name <= end.last),
  );
  const wal = await copyFiles(join(from, 'pg_wal'), join(to, 'pg_wal'), segments);
  return {
    start: started.rows[0]?.lsn ?? '', stop: end.lsn, label: end.label, folders: tree.folders,
    files: [...files, control, ...under('pg_wal', wal)],
  };
};

const requireEmpty = async (folder: string): Promise<boolean> => {
  const entries = await readdir(folder).catch(() => undefined);
  if (entries !== undefined && entries.length > 0) throw operatorError(`Thư mục ${folder} không trống: hãy chọn thư mục mới cho bản sao lưu.`);
  return entries === undefined;
};

const writeBackUp = async (client: pg.Client, source: BackUpSource, target: string): Promise<Manifest> => {
  const { rows } = await client.query<{ version: string; major: number; databases: string[] }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
            array(select datname::text from pg_database where datname like 'motcua%' order by 1) as databases`,
  );
  const about = rows[0];
  if (about === undefined) throw operatorError('PostgreSQL không trả lời.');
  const cluster = await copyCluster(client, source.postgresFolder, join(target, DATABASE_PART));
  await writeFile(join(target, DATABASE_PART, 'backup_label'), cluster.label, { mode: 0o600, flush: true });
  // after the database: a file is stored before the row that names it, so none can be missing
  const stored = await listTree(join(source.dataFolder, FILES_PART));
  const files = await copyFiles(join(source.dataFolder, FILES_PART), join(target, FILES_PART), stored.files);
  const key = await copyFile(source.dataFolder, target, KEY_FILE);
  return {
    format: 1, madeAt: new Date().toISOString(), postgres: { major: about.major, version: about.version },
    startLsn: cluster.start, stopLsn: cluster.stop, databases: about.databases, folders: [...cluster.folders],
    files: [...under(DATABASE_PART, cluster.files), ...under(FILES_PART, files), ...(key === undefined ? [] : [key])],
  };
};

export const backUp = async (source: BackUpSource, target: string): Promise<Manifest> => {
  const made = await requireEmpty(target);
  const client = new pg.Client({ connectionString: source.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await mkdir(target, { recursive: true, mode: 0o700 });
    const manifest = await writeBackUp(client, source, target);
    await writeManifest(target, manifest);
    return manifest;
  } catch (cause) {
    if (made) await rm(target, { recursive: true, force: true });
    throw cause;
  } finally {
    await client.end();
  }
};
