import { describe, expect, it } from 'vitest';
import { clerk, desk, deskDossier, officer } from '#testing/desk-facts.ts';
import { type PaperCounted, acceptPapersBack, papersHere } from './accept-papers.ts';
import type { PapersPlace } from './give-back-papers.ts';
import type { PaperKept } from './way-back.ts';

const KEPT: readonly PaperKept[] = [
  { lineNo: 1, name: 'Tờ khai', form: 'original', count: 1 }, { lineNo: 3, name: 'Bản đồ', form: 'plain-copy', count: 3 },
];
const ALL: readonly PaperCounted[] = KEPT.map(({ lineNo }) => ({ lineNo, result: 'received' }));
const count = (papers: readonly PaperCounted[] = ALL, place: PapersPlace | undefined = 'on-the-way', actor = clerk, revision = 1) =>
  acceptPapersBack({ revision, papers }, { actor, desk, kept: KEPT, place, dossier: deskDossier({ state: 'withdrawn' }) });
const refusal = (...given: Parameters<typeof count>) => {
  const counted = count(...given);
  return counted.ok ? undefined : counted.refusal;
};

describe('papers sent back are counted at the desk', () => {
  it('line by line, by the clerk herself as every acceptance is', () => {
    expect(count()).toMatchObject({ ok: true, value: { differences: [], counted: ALL, hands: { receiverName: 'Nguyễn Thị Sen' } } });
    expect(refusal([{ lineNo: 1, result: 'received' }])).toEqual({ kind: 'papers-not-counted', names: ['Bản đồ'] });
  });

  it('what is short or damaged says so, and a short one how many came', () => {
    const counted = count([{ lineNo: 1, result: 'damaged', note: 'Ướt' }, { lineNo: 3, result: 'short', arrived: 1, note: 'Chỉ thấy một bản' }]);
    expect(counted).toMatchObject({ ok: true, value: { differences: [
      { name: 'Tờ khai', result: 'damaged', sent: 1, arrived: 1, note: 'Ướt' }, { name: 'Bản đồ', result: 'short', sent: 3, arrived: 1, note: 'Chỉ thấy một bản' },
    ] } });
    expect(refusal([{ lineNo: 1, result: 'damaged' }, { lineNo: 3, result: 'short' }])).toMatchObject({
      kind: 'fields-invalid', errors: [{ path: 'papers.0.note' }, { path: 'papers.1.note' }, { path: 'papers.1.arrived', code: 'required' }],
    });
    expect(refusal([ALL[0] as PaperCounted, { lineNo: 3, result: 'short', arrived: 3, note: 'x' }])).toMatchObject({ errors: [{ path: 'papers.1.arrived', code: 'too-big', params: { maximum: 2 } }] });
  });

  it('where nothing came at all they are the agency’s to find and to send again', () => {
    const missing = (lineNo: number, arrived = 0): PaperCounted => ({ lineNo, result: 'short', arrived, note: 'Không có trong túi' });
    const placeOf = (...papers: readonly PaperCounted[]) => { const counted = count(papers); return counted.ok ? counted.value.place : undefined; };
    expect([placeOf(...ALL), placeOf(missing(1), missing(3, 1)), placeOf(missing(1), missing(3))]).toEqual(['at-desk', 'at-desk', 'agency']);
  });

  it('once, when they are on their way, and as the screen showed the dossier', () => {
    expect((['agency', 'at-desk', 'given-back'] as const).map((place) => refusal(ALL, place)?.kind)).toEqual(['papers-at-agency', 'papers-counted-already', 'papers-already-back']);
    expect(refusal(ALL, 'on-the-way', officer, 7)?.kind).toBe('changed-meanwhile');
  });
});

describe('what can be given', () => {
  it('is what came; what did not come is named with its reason', () => {
    const counted: readonly PaperCounted[] = [{ lineNo: 1, result: 'short', arrived: 0, note: 'Không có trong túi' }, { lineNo: 3, result: 'short', arrived: 2, note: 'Mất một bản' }];
    expect(papersHere(KEPT, counted)).toEqual({
      here: [{ ...KEPT[1], count: 2 }],
      missing: [
        { ...KEPT[0], count: 1, note: 'Thiếu khi cơ quan chuyển trả: Không có trong túi' }, { ...KEPT[1], count: 1, note: 'Thiếu khi cơ quan chuyển trả: Mất một bản' },
      ],
    });
  });

  it('is everything where nobody counted, as before', () => {
    expect(papersHere(KEPT)).toEqual({ here: KEPT, missing: [] });
  });
});
