import { expect, test } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { procedureIn } from '#testing/desk-commands.ts';
import { readList } from '../batch/batch-shape.ts';
import { newRow } from '../batch/batch-rows.ts';
import { newDraft, type ReceiveDraft } from './draft.ts';
import { DRAFT_SHAPE, readDraftRow } from './draft-shape.ts';
import { underVersion } from './draft-version.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const place = { communeName: 'xã Kỳ Bắc', districtName: 'huyện Kỳ Anh', provinceName: 'tỉnh Hà Tĩnh' };
const fresh = newDraft({ draftId: 'a', key: 'k', owner: 'sen@ky-bac', startedAt: 1, procedure: birth, place, identityKind: 'citizen-card', onlyByPost: false });
const typed: ReceiveDraft = {
  ...fresh, applicant: { ...fresh.applicant, fullName: 'Nguyễn Văn Thử', number: '183456789' }, answers: { childName: 'Nguyễn Thị Mẫu' },
  lateEntry: { date: '2019-11-18', hour: '07:15', bookletNumber: '12', reason: 'Mất điện' }, signing: { readAloud: true, witnesses: [{ name: 'Lê Thị Chứng', identityNumber: '1' }] },
};
const row = { draftId: 'a', owner: 'sen@ky-bac', current: 1 as const, savedAt: 5 };

test('a draft of today is read as it was written, field by field', () => {
  const kept = { ...row, shape: DRAFT_SHAPE, draft: typed };
  expect(readDraftRow(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test('a draft of the first release, before postings and the number of its shape, opens with what is new as empty', () => {
  const { posting: _posting, lateEntry: _late, signing: _signing, ...first } = typed;
  const { email: _email, ...applicant } = first.applicant;
  const read = readDraftRow({ ...row, draft: { ...first, applicant } });
  expect(read).toMatchObject({ shape: DRAFT_SHAPE, draft: { applicant: { fullName: 'Nguyễn Văn Thử', email: '' }, posting: { itemNumber: '' }, answers: { childName: 'Nguyễn Thị Mẫu' } } });
});

test('a box that held no number and an answer that is none do not cost the rest of the draft', () => {
  const read = readDraftRow({ ...row, draft: { ...typed, fees: { late: { quantity: null, exemption: '', collected: true } }, answers: { childName: 'Mẫu', odd: null } } });
  expect(read?.draft).toMatchObject({ fees: { late: { quantity: 0 } }, answers: { childName: 'Mẫu' } });
});

test('what is no draft is not shown as one', () => {
  expect([readDraftRow(undefined), readDraftRow({ ...row, draft: {} })]).toEqual([undefined, undefined]);
});

test('a list of before its rows had fields of their own opens', () => {
  const { own: _own, ...line } = { ...newRow(() => 'r'), fullName: 'Trần Thị Hai' };
  const list = { batchId: 'b', owner: 'sen@ky-bac', savedAt: 5, procedureName: 'x', common: typed, rows: [line] };
  expect(readList(list)).toMatchObject({ own: [], rows: [{ fullName: 'Trần Thị Hai', own: {}, state: { kind: 'open' } }] });
  expect(readList({ ...list, rows: 'none' })).toBeUndefined();
});

const one = birth.cases[0];
const next: ProcedureVersion = { ...birth, version: birth.version + 1, validFrom: '2019-12-01' as PlainDate, cases: one ? [{ ...one, checklist: one.checklist.slice(0, 1) }] : [] };

test('under a new version of the procedure what both ask for stays, and the rest is asked for anew', () => {
  const items = one?.checklist ?? [];
  const paper = { original: 1, certifiedCopy: 0, plainCopy: 0, scans: [] };
  const draft = { ...typed, papers: Object.fromEntries(items.map((item) => [item.itemId, paper])), answers: { ...typed.answers, dropped: 'x' } };
  const now = underVersion(draft, next);
  expect([now.procedureVersion, Object.keys(now.papers), now.answers['dropped'], now.applicant]).toEqual([next.version, [items[0]?.itemId], undefined, typed.applicant]);
});

test('what was sent without an answer goes again as it was', () => {
  expect(underVersion({ ...typed, sent: '{}' }, next).procedureVersion).toBe(birth.version);
});
