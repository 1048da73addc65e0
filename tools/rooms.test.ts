// A rule that reads no modules passes everything: plant violations and see each rule bite.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
let house = '';

const FILES: Readonly<Record<string, string>> = {
  'src/core/dossier/planted.ts': "import { writes } from '../../server/desk/planted.sql.ts';\nexport const a = writes;\n",
  'src/server/desk/planted.sql.ts': "import { office } from '../office/planted.ts';\nexport const writes = office;\n",
  'src/server/office/planted.ts': 'export const office = 1;\n',
  'src/staff/planted.ts': "import { office } from '../server/office/planted.ts';\nexport const b = office;\n",
  'src/adapters/carrier/planted.ts': "import { office } from '../../server/office/planted.ts';\nexport const c = office;\n",
  'src/core/people/one.ts': "import { two } from './two.ts';\nexport const one = (): number => two();\n",
  'src/core/people/two.ts': "import { one } from './one.ts';\nexport const two = (): number => one();\n",
  'src/wire/planted.wire.ts': "import { office } from '../server/office/planted.ts';\nexport const d = office;\n",
  'src/public/planted.ts': "import { gone } from './gone.ts';\nexport const e = gone;\n",
};

const cruise = () =>
  spawnSync(process.execPath, [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', 'rooms.cjs', '--output-type', 'err', 'src'], { cwd: house, encoding: 'utf8' });

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'rooms-'));
  for (const file of ['rooms.cjs', 'package.json', 'tsconfig.base.json', 'tsconfig.test.json']) cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the rooms keep their doors', () => {
  test('every planted violation is named', { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = cruise();
    expect(stderr).toBe('');
    expect(status).not.toBe(0);
    for (const rule of ['core-is-pure', 'slices-keep-apart', 'staff-never-imports-server', 'adapters-stand-alone', 'no-circular', 'wire-knows-core', 'nothing-unresolved']) {
      expect(stdout, rule).toContain(rule);
    }
  });
});
