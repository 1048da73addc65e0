import { describe, expect, it } from 'vitest';
import { CORRECTION_REASONS, QUARANTINE_REASONS } from '#core/offline/case-reason.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { mayBeTaken } from '#core/offline/settle-case.ts';
import { OFFLINE_ACTS, type OfflineAct } from '#core/offline/offline-act.ts';
import { NOT_ACCEPTED_BEFORE_TEXT, NOT_HERE_TEXT, type OfflineRefusal, correctionText, keptRefusalText, offlineRefusalText, quarantineText, reasonAlone, scansLostText, tooLargeText } from './offline.ts';

const at = '2019-11-18T08:00:00+07:00' as Moment;
const REFUSALS: readonly OfflineRefusal[] = [
  { kind: 'enrolment-code-wrong' }, { kind: 'device-already-revoked', at }, { kind: 'lease-unknown' }, { kind: 'lease-next-wrong', from: 1, to: 20 },
  { kind: 'case-settled', by: 'Trần Văn Trúc', at }, { kind: 'case-not-taken', why: 'Không tìm thấy hồ sơ.' }, { kind: 'numbers-still-asked-for', openCases: 2 },
  { kind: 'device-in-use' }, { kind: 'case-needs-officer' }, { kind: 'case-stands' },
];
const isSaid = (text: string): void => {
  expect(text).toBe(text.normalize('NFC'));
  expect(text).toMatch(/^\p{Lu}.+\.$/u);
  expect(text).not.toMatch(/undefined|NaN|\[object/u);
};

it.each(REFUSALS)('$kind says what is wrong and what to do', (refusal) => {
  const said = offlineRefusalText(refusal);
  expect(said.title.length).toBeGreaterThan(5);
  isSaid(said.detail);
});

it('what an act builds on, or is about, is named with the way out', () => {
  isSaid(NOT_HERE_TEXT);
  isSaid(NOT_ACCEPTED_BEFORE_TEXT);
});

/** Papers that were printed for the citizen: of every other act they lie elsewhere. */
const IN_CITIZENS_HAND: ReadonlySet<OfflineAct> = new Set<OfflineAct>(['receive-dossier', 'certify-copies', 'give-guidance', 'refuse-reception', 'supersede-receipt']);
describe.each(OFFLINE_ACTS)('%s', (act) => {
  it('refused keeps the reason and adds its own way out', () => {
    const said = keptRefusalText({ title: 'Hồ sơ vừa thay đổi', detail: 'Tải lại để xem.' }, act);
    expect(reasonAlone(said, act)).toBe('Hồ sơ vừa thay đổi. Tải lại để xem.');
    isSaid(said);
    expect(said).toMatch(/^Hồ sơ vừa thay đổi\. Tải lại để xem\. .+[Gg]ửi lại/u);
  });
  it('whose scans lie nowhere any more says where what was done stands, and to scan anew', () => {
    isSaid(scansLostText(2, act));
    expect(scansLostText(2, act)).toMatch(/2 bản quét .+ “Sửa và gửi lại”, bỏ bản quét cũ rồi quét lại giấy;/u);
    expect(/tay người (?:dân|nộp)/u.test(scansLostText(2, act))).toBe(IN_CITIZENS_HAND.has(act));
  });
  it.each(QUARANTINE_REASONS)('kept because of %s says why, what to compare, and when to take it or set it aside', (reason) => {
    isSaid(quarantineText(reason, act));
    expect(quarantineText(reason, act)).toMatch(mayBeTaken(reason) ? /thì công nhận[^:]*; .+ thì loại/u : /không công nhận được.+Việc cần làm: .+thì loại/u);
  });
});

it('what is too large says how large, on which machine, and whom to ask', () => {
  const said = tooLargeText({ bytes: 1_100_013, deviceName: 'Máy 1', maker: 'Trần Thị Sen' }, 'receive-dossier');
  isSaid(said);
  expect(said).toMatch(/Nội dung nặng 1\.075 KB, nằm trên máy “Máy 1”; hỏi Trần Thị Sen, người làm việc này\.$/u);
});

it('each act has a way out of its own', () => {
  const ways = OFFLINE_ACTS.flatMap((act) => [keptRefusalText({ title: 'A', detail: 'B.' }, act), quarantineText('proof-wrong', act)]);
  expect(new Set(ways).size).toBe(2 * OFFLINE_ACTS.length);
});

it.each(CORRECTION_REASONS)('what was taken with %s says what holds, and the way out', (reason) => isSaid(correctionText[reason]));
