// PostgreSQL refuses to run as root, so root lends it an unprivileged user; anyone else runs it as himself.
import { readFileSync, statSync } from 'node:fs';
import { operatorError } from '../../faults/operator-error.ts';

export type RunUser = { readonly uid: number; readonly gid: number; readonly name: string };

const CANDIDATES = ['motcua', 'postgres', 'nobody'];

const readPasswd = (): readonly RunUser[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));

/** Undefined: run as the present user. An existing data folder keeps its owner. */
export const chooseRunUser = (dataFolder: string | undefined): RunUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const known = readPasswd();
  const owner = dataFolder === undefined ? undefined : statSync(dataFolder, { throwIfNoEntry: false })?.uid;
  const kept = owner === undefined || owner === 0 ? undefined : known.find((user) => user.uid === owner);
  const chosen =
    kept ??
    CANDIDATES.map((name) => known.find((user) => user.name === name && user.uid !== 0)).find((user) => user) ??
    known.find((user) => user.uid !== 0);
  if (chosen === undefined) {
    throw operatorError(
      'Đang chạy bằng root nhưng máy không có người dùng thường nào để chạy PostgreSQL. Hãy tạo người dùng "motcua", hoặc đặt DATABASE_URL.',
    );
  }
  return chosen;
};
