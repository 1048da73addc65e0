import { expect, it } from 'vitest';
import { receiptShort } from '#documents/samples/receipts.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { atServedAddress } from './served-address.ts';

const receiptAt = (origin: string): PaperPayload =>
  ({ ...receiptShort, tracking: { ...receiptShort.tracking, url: `${origin}/q/X`, verify: `${origin}/x/` } });

it.each(['http://localhost', 'http://localhost:8081'])('a paper laid down at %s is printed with the address that is served', (stored) => {
  expect(atServedAddress(receiptAt(stored), 'https://demo.example.vn')).toEqual(receiptAt('https://demo.example.vn'));
});

it.each(['https://hatinh.gov.vn', 'http://localhost.gov.vn', 'http://192.168.1.5:8081'])('an address that was given, %s, stays on the paper', (stored) => {
  expect(atServedAddress(receiptAt(stored), 'https://demo.example.vn')).toEqual(receiptAt(stored));
});

it('the lists and slips that name a page follow too, and nothing is added to a paper without one', () => {
  const list = { kind: 'batch-list', trackingUrl: 'http://localhost:8080/tra-cuu', verify: 'http://localhost:8080/x/' } as PaperPayload;
  const slip = { kind: 'guidance-slip', pageUrl: 'http://localhost:8080/thu-tuc/1' } as PaperPayload;
  expect([list, slip].map((one) => atServedAddress(one, 'https://d.vn'))).toEqual([
    { kind: 'batch-list', trackingUrl: 'https://d.vn/tra-cuu', verify: 'https://d.vn/x/' }, { kind: 'guidance-slip', pageUrl: 'https://d.vn/thu-tuc/1' },
  ]);
  const bare = { kind: 'hand-over-record' } as PaperPayload;
  expect(atServedAddress(bare, 'https://d.vn')).toEqual(bare);
});
