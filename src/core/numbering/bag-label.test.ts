import { expect, it } from 'vitest';
import { bagLabelInGroups, formatBagLabel, looksLikeBagLabel, parseBagLabel } from './bag-label.ts';

const label = formatBagLabel(123);

it('a label as it is printed, scanned, or typed in groups and in lower case is the same label', () => {
  expect(label).toBe('TUI0000012320');
  expect(bagLabelInGroups(label)).toBe('TUI 0000 0123 20');
  for (const typed of [label, 'tui 0000 0123 20', ' TUI-0000-0123-20 ']) expect(parseBagLabel(typed)).toEqual({ ok: true, value: label });
});

it('every single wrong digit, and every two neighbours that changed places, is found', () => {
  for (let serial = 1; serial < 4_000; serial += 37) {
    const right = formatBagLabel(serial);
    for (let at = 3; at < right.length; at += 1) {
      for (const digit of '0123456789') {
        if (digit === right[at]) continue;
        expect(parseBagLabel(right.slice(0, at) + digit + right.slice(at + 1))).toEqual({ ok: false, refusal: { kind: 'bag-label-check-digits' } });
      }
      const [one, two] = [right[at], right[at + 1]];
      if (two === undefined || one === two) continue;
      expect(parseBagLabel(`${right.slice(0, at)}${two}${one}${right.slice(at + 2)}`).ok).toBe(false);
    }
  }
});

it('what is no label is told apart from a label with a wrong digit', () => {
  expect(parseBagLabel('TUI123')).toEqual({ ok: false, refusal: { kind: 'bag-label-shape' } });
  expect(looksLikeBagLabel('tui 12')).toBe(true);
  expect(looksLikeBagLabel('000.18.60.H27-191118-0001')).toBe(false);
});
