import { expect, test } from 'vitest';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { leavesOf } from './leaves.ts';

const outcome = (outcomeNo: number, file?: string) => ({ outcomeNo, name: 'Giấy xác nhận', number: `0${outcomeNo}/GXN`, hasPaper: true, ...(file && { file }) });
const view = (state: DossierView['state'], outcomes: readonly object[] = []) =>
  ({ state, outcomes, papers: [{ lineNo: 1, name: 'Tờ khai', form: 'original', count: 1, shownOnly: false, roundNo: 0, scans: ['scan'] }], issuedPapers: [], supplementRequests: [] }) as unknown as DossierView;
const shown = (...given: Parameters<typeof leavesOf>) => leavesOf(...given).map((leaf) => leaf.label);

test('before the signer the draft lies on top, also where an earlier outcome is replaced', () => {
  expect(shown(view('in-process', [outcome(1, 'first')]), 'draft')).toEqual(['Dự thảo kết quả', 'Giấy xác nhận số 01/GXN', 'Tờ khai']);
});

test('once it is issued the issued paper lies on top, the last first', () => {
  expect(shown(view('outcome-recorded', [outcome(1, 'first'), outcome(2, 'second')]), 'draft'))
    .toEqual(['Giấy xác nhận số 02/GXN', 'Giấy xác nhận số 01/GXN', 'Dự thảo kết quả', 'Tờ khai']);
});
