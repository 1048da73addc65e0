import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { prepareApart } from './prepare-apart.ts';

const facts = { signerName: 'Nguyễn Thị Chủ Tịch', reason: 'Ký ban hành', place: 'Kỳ Bắc', signedAt: '2019-11-18T15:10:00+07:00' as Moment };

/** 30 kB of a file whose one compressed object holds millions of numbers. */
const endless = (): Buffer => {
  const packed = deflateSync(Buffer.from(`9 0 [${'1 '.repeat(15_000_000)}]`));
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`), packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF'),
  ]);
};

test('a file that takes too long to read is not signable, and meanwhile others are served', async () => {
  let turns = 0;
  const served = setInterval(() => { turns += 1; }, 10);
  expect(await prepareApart(endless(), facts, false, 400)).toEqual({ ok: false, refusal: { kind: 'pdf-not-signable' } });
  clearInterval(served);
  expect(turns).toBeGreaterThan(1);
});

test('whatever the file, nobody waits longer than agreed', async () => {
  const sheet = await PDFDocument.create();
  sheet.addPage();
  expect(await prepareApart(await sheet.save(), facts, false, 1)).toEqual({ ok: false, refusal: { kind: 'pdf-not-signable' } });
});

test('a file is prepared apart as it would be here', async () => {
  const sheet = await PDFDocument.create();
  sheet.addPage();
  const prepared = await prepareApart(await sheet.save(), facts, false);
  expect(prepared.ok && prepared.value.bytes.subarray(prepared.value.room.from - 1, prepared.value.room.from + 1).toString('latin1')).toBe('<0');
});
