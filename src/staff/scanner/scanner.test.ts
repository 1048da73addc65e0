import { expect, test } from 'vitest';
import { codeOf, feedScanner, NO_SCAN, type ScanState } from './scanner.ts';

const type = (text: string, gap: number) => {
  let state: ScanState = NO_SCAN;
  let at = 1000;
  let scanned: string | undefined;
  for (const key of [...text, 'Enter']) {
    at += gap;
    const step = feedScanner(state, key, at);
    state = step.state;
    scanned = step.scanned ?? scanned;
  }
  return scanned;
};
const CODE = '000.18.60.H27-191118-0001';

test('a code typed at the speed of a scanner is a scan', () => {
  expect(type(CODE, 8)).toBe(CODE);
});

test('the same code typed by hand is not', () => {
  expect(type(CODE, 110)).toBeUndefined();
});

test('a fast short word is not a scan', () => {
  expect(type('12345', 5)).toBeUndefined();
});

test('a scan that follows a hand-typed beginning holds only what the scanner typed', () => {
  let state = feedScanner(NO_SCAN, 'x', 1000).state;
  let at = 2000;
  for (const key of CODE) state = feedScanner(state, key, (at += 5)).state;
  expect(feedScanner(state, 'Enter', at + 5).scanned).toBe(CODE);
});

test('shift keys of a scanner do not break the code', () => {
  let state: ScanState = NO_SCAN;
  let at = 0;
  for (const key of ['0', '0', '0', '.', '1', '8', '.', 'Shift', 'H', '2', '7']) state = feedScanner(state, key, (at += 5)).state;
  expect(state.text).toBe('000.18.H27');
});

test('a moved cursor ends what was collected', () => {
  expect(feedScanner({ text: '000.18', lastAt: 10 }, 'ArrowLeft', 15).state).toEqual(NO_SCAN);
});

test('the code is found in both forms and in the address of the tracking page', () => {
  expect(codeOf(CODE)).toBe(CODE);
  expect(codeOf('h27.18.60-261123-0001')).toBe('H27.18.60-261123-0001');
  expect(codeOf(`https://motcua.example/q/${CODE}`)).toBe(CODE);
  expect(codeOf('8934563138165')).toBeUndefined();
});

test('the number of a postal item is found when its check digit is right', () => {
  expect(codeOf('rr473124829vn')).toBe('RR473124829VN');
  expect(codeOf('RR473124828VN')).toBeUndefined();
});
