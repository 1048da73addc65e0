import { describe, expect, test } from 'vitest';
import { readConfiguration } from './config.ts';
import { isOperatorError } from './faults/operator-error.ts';

const fault = (variables: NodeJS.ProcessEnv): string => {
  try {
    readConfiguration(variables);
  } catch (cause) {
    if (isOperatorError(cause)) return cause.message;
  }
  return 'accepted';
};

describe('an empty environment', () => {
  const { config, secrets } = readConfiguration({});
  test('serves both demo worlds on this machine only', () => {
    expect(config.worlds).toEqual([
      { name: 'kybac-2019', port: 8080 },
      { name: 'hatinh-2026', port: 8081 },
    ]);
    expect(config.host).toBe('localhost');
    expect(config.demoData).toBe(true);
  });
  test('uses the PostgreSQL that comes with the product', () => {
    expect(secrets.database).toEqual({ kind: 'embedded' });
  });
  test('trusts no proxy and limits rates', () => {
    expect(config.http).toMatchObject({ trustProxy: false, secure: false, rateLimits: { signIn: { max: 60 } } });
  });
});

test('the address on receipts is a plain one, by world', () => {
  expect(readConfiguration({ MOTCUA_PUBLIC_URL: 'https://{world}.hatinh.gov.vn' }).config.http.publicUrl).toBe('https://{world}.hatinh.gov.vn');
  for (const wrong of ['hatinh.gov.vn', 'https://a.vn/', 'https://a.vn/x', 'javascript:alert(1)']) expect(fault({ MOTCUA_PUBLIC_URL: wrong })).toContain('MOTCUA_PUBLIC_URL');
});

test('the addresses in what goes out in a standard may have a path', () => {
  expect(readConfiguration({ MOTCUA_EPCIS_BASE: 'https://epcis.hatinh.gov.vn/{world}' }).config.http.epcisBase).toBe('https://epcis.hatinh.gov.vn/{world}');
  for (const wrong of ['hatinh.gov.vn', 'https://a.vn/', 'https://a.vn/x?y', 'javascript:alert(1)']) expect(fault({ MOTCUA_EPCIS_BASE: wrong })).toContain('MOTCUA_EPCIS_BASE');
});

test('carriers are asked every fifteen seconds unless the province says otherwise', () => {
  expect(readConfiguration({}).config.http.carrierSeconds).toBe(15);
  expect(readConfiguration({ MOTCUA_CARRIER_SECONDS: '120' }).config.http.carrierSeconds).toBe(120);
  for (const wrong of ['0', '3601', '1.5', '-1', 'nhanh']) expect(fault({ MOTCUA_CARRIER_SECONDS: wrong })).toContain('MOTCUA_CARRIER_SECONDS');
});

describe('databases', () => {
  const app = 'postgresql://a@db/motcua_{world}';
  test('one URL alone is a privileged one', () => {
    expect(readConfiguration({ DATABASE_URL: 'postgres://root@db/postgres' }).secrets.database).toEqual({
      kind: 'privileged',
      url: 'postgres://root@db/postgres',
    });
  });
  test('three URLs are one for each role', () => {
    const given = { DATABASE_URL: app, DATABASE_MIGRATOR_URL: app, DATABASE_REPORTER_URL: app };
    expect(readConfiguration(given).secrets.database).toMatchObject({ kind: 'separate', app });
  });
  test('two of three are refused', () => {
    expect(fault({ DATABASE_URL: app, DATABASE_MIGRATOR_URL: app })).toContain('Cần đủ ba biến');
  });
  test('two worlds never share one database', () => {
    const one = 'postgresql://a@db/motcua';
    const given = { DATABASE_URL: one, DATABASE_MIGRATOR_URL: one, DATABASE_REPORTER_URL: one };
    expect(fault(given)).toContain('{world}');
    expect(fault({ ...given, MOTCUA_WORLDS: 'kybac-2019:8080' })).toBe('accepted');
  });
});

test.each([
  ['MOTCUA_WORLDS', 'kybac-2019'],
  ['MOTCUA_WORLDS', 'kybac-2019:0'],
  ['MOTCUA_WORLDS', 'a:1,a:2'],
  ['MOTCUA_WORLDS', 'a:1,b:1'],
  ['MOTCUA_DEMO', 'yes'],
  ['MOTCUA_MASTER_KEY', 'abc'],
  ['DATABASE_URL', 'mysql://x'],
  ['MOTCUA_LOG_LEVEL', 'loud'],
])('%s=%s is refused and named', (name, value) => {
  expect(fault({ [name]: value })).toContain(`  ${name}: `);
});

test('all faults are told at once', () => {
  expect(fault({ MOTCUA_DEMO: 'x', MOTCUA_HTTPS: 'x' }).split('\n')).toHaveLength(3);
});

test('an empty variable counts as none', () => {
  expect(readConfiguration({ DATABASE_URL: '' }).secrets.database).toEqual({ kind: 'embedded' });
});
