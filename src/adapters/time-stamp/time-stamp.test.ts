import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TimeStampSimulator, startTimeStampSimulator } from '#testing/signing/time-stamp-simulator.ts';
import { httpTimeStamps } from './http.ts';

const CONTENT = Buffer.from('chữ ký');
const pem = (der: Uint8Array): string => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

let simulator: TimeStampSimulator;
beforeAll(async () => { simulator = await startTimeStampSimulator(); });
afterAll(() => simulator.close());
const at = (path: string, more: object = {}) => httpTimeStamps({ url: `${simulator.url}${path}`, trustedCertificates: pem(simulator.authority), ...more });

it('the hash of the content is stamped with the time and a token that its authority proves', async () => {
  const before = Date.now();
  const stamped = await at('/tsa').stamp(CONTENT);
  const { at: moment, token } = stamped.ok ? stamped.value : expect.fail(stamped.refusal.kind);
  // whole seconds
  expect(Date.parse(moment)).toBeGreaterThanOrEqual(before - 1_000);
  expect(token.length).toBeGreaterThan(500);
});

it.each([
  ['/tsa/tu-choi', 'refused'], ['/tsa/noi-dung-khac', 'not-believed'], ['/tsa/cau-khac', 'not-believed'], ['/tsa/khong-chuyen', 'not-believed'],
  ['/tsa/hong', 'not-believed'], ['/tsa/loi-may-chu', 'unreachable'], ['/tsa/khong-dut', 'not-believed'],
])('%s: %s', async (path, kind) => {
  expect(await at(path).stamp(CONTENT)).toMatchObject({ ok: false, refusal: { kind } });
});

it('an authority that never answers is not waited for', async () => {
  expect(await at('/tsa/im-lang', { timeoutMilliseconds: 20 }).stamp(CONTENT)).toEqual({ ok: false, refusal: { kind: 'too-slow' } });
});

it('an address where nobody is, is nobody', async () => {
  expect(await httpTimeStamps({ url: 'http://localhost:1/tsa' }).stamp(CONTENT)).toEqual({ ok: false, refusal: { kind: 'unreachable' } });
});

it('a token of an authority that is not the trusted one is not believed', async () => {
  const other = await startTimeStampSimulator();
  await other.close();
  expect(await at('/tsa', { trustedCertificates: pem(other.authority) }).stamp(CONTENT)).toMatchObject({ ok: false, refusal: { kind: 'not-believed' } });
});
