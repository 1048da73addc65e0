import { expect, it } from 'vitest';
import type { Moment } from '../kernel/moment.ts';
import { paperToken } from './paper-token.ts';
import { packSeal, sealText } from './receipt-seal.ts';
import { codeInAddress } from './scanned-code.ts';

const CODE = '000.22.36.H27-191118-0001';
const packed = packSeal({ keyId: '00000001', paper: 'intake-receipt', code: CODE, deskId: 'ky-bac', issuedAt: '2019-11-18T15:10:00+07:00' as Moment });
const SEAL = packed.ok ? sealText(packed.value, new Uint8Array(64)) : '';
const TOKEN = paperToken('01932b6e-1f00-7abc-8def-0123456789ab');

it.each([
  ['of an older paper', `http://localhost:8080/q/${CODE}`, CODE],
  ['of an older paper, in small letters', `http://localhost:8080/q/${CODE.toLowerCase()}?a=1`, CODE],
  ['of a sealed receipt', `https://motcua.hatinh.gov.vn/x/${SEAL}`, CODE],
  ['of any other paper', `https://motcua.hatinh.gov.vn/x/${TOKEN}`, undefined],
  ['of a slip of the post', `https://motcua.hatinh.gov.vn/x/${TOKEN}/${CODE}`, CODE],
  ['of something else', 'https://example.vn/x/ABC', undefined],
  ['that is no address', CODE, undefined],
  ['with a broken escape', 'http://localhost/q/%zz', '%ZZ'],
])('the code in the address %s', (_, scanned, code) => {
  expect(codeInAddress(scanned)).toBe(code);
});
