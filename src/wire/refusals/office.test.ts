import { expect, test } from 'vitest';
import { OFFICE_REFUSALS, type OfficeRefusal, officeRefusalText } from './office.ts';

const AT = '2019-11-18T14:00:00+07:00' as never;
const CODE = '000.22.36.H27-191118-0001' as never;

const EXAMPLES: readonly OfficeRefusal[] = [
  { kind: 'act-not-possible', act: 'complete-step', state: 'handed-over' },
  { kind: 'role-not-allowed', act: 'record-outcome', needs: ['records-clerk'] },
  { kind: 'changed-meanwhile', code: CODE, state: 'in-process', by: 'Hà Thị Lý', at: AT },
  { kind: 'not-your-step', needs: 'signing-leader', holder: 'Trần Đăng Mít' },
  { kind: 'signed-as-giver', codes: [CODE, CODE, CODE, CODE] }, { kind: 'own-pin-wrong' }, { kind: 'own-pin-locked' }, { kind: 'signature-not-here' },
  { kind: 'no-such-colleague' },
  { kind: 'no-due-date' }, { kind: 'apology-too-late', dueAt: AT, lastDay: '2019-11-17' as never },
  { kind: 'already-reappointed', newDue: AT, signedAt: AT }, { kind: 'apology-awaits-signature', by: 'Hà Thị Lý', at: AT }, { kind: 'no-apology-prepared' },
  { kind: 'new-due-not-after', dueAt: AT }, { kind: 'new-due-not-working', newDue: AT, next: AT }, { kind: 'new-due-beyond-calendar', newDue: AT },
  { kind: 'extension-not-allowed' }, { kind: 'already-extended', at: AT }, { kind: 'extension-too-late', dueAt: AT }, { kind: 'decided-in-future', decidedOn: '2019-11-25' as never },
  { kind: 'still-missing', names: ['Giấy chứng sinh'] }, { kind: 'arrived-at-wrong-time', askedAt: AT, now: AT },
  { kind: 'no-owner-named' }, { kind: 'papers-not-listed', names: ['Tờ khai'] }, { kind: 'papers-not-given-back' }, { kind: 'papers-at-agency' },
  { kind: 'papers-on-the-way' }, { kind: 'papers-already-back' }, { kind: 'papers-to-be-counted' }, { kind: 'papers-counted-already' }, { kind: 'papers-not-counted', names: ['Tờ khai'] }, { kind: 'fields-invalid', errors: [] },
  { kind: 'second-request', why: 'leader-asks' },
  { kind: 'colleague-lacks-role', name: 'Hà Thị Lý', needs: 'agency-officer' },
  { kind: 'other-section', name: 'Hà Thị Lý' },
  { kind: 'no-signing-capacity' }, { kind: 'refusal-proposed' }, { kind: 'issue-instead' }, { kind: 'nothing-before' },
  { kind: 'nothing-asked', line: 1 },
  { kind: 'paid-in-future', paidOn: '2019-11-25' as never },
  { kind: 'not-approved' }, { kind: 'not-sealed' }, { kind: 'not-signed-digitally' }, { kind: 'seal-awaited', code: CODE }, { kind: 'no-outcome-attached' }, { kind: 'file-unknown' },
  { kind: 'outcome-back-already' },
  { kind: 'several-desks', deskIds: [] }, { kind: 'several-agencies' },
  { kind: 'not-overdue', answerBy: AT }, { kind: 'answer-waits', sentAt: AT },
  { kind: 'no-answer-waits' }, { kind: 'not-sent', names: ['Tờ khai'] }, { kind: 'not-on-the-list', names: [] }, { kind: 'turned-back-before' },
];

test('every refusal of the agency says in Vietnamese what is wrong and what to do', () => {
  expect(new Set(EXAMPLES.map((one) => one.kind))).toEqual(new Set(Object.keys(OFFICE_REFUSALS)));
  for (const refusal of EXAMPLES) {
    const { title, detail } = officeRefusalText(refusal);
    expect(title.normalize('NFC')).toBe(title);
    expect(`${title} ${detail}`).not.toMatch(/undefined|\[object|null/);
    expect(detail).toMatch(/\.$/);
  }
});

test('who comes second reads who did what when', () => {
  expect(officeRefusalText({ kind: 'changed-meanwhile', code: CODE, state: 'in-process', by: 'Hà Thị Lý', at: AT, act: 'complete-step' }).detail)
    .toBe('Hồ sơ 000.22.36.H27-191118-0001 vừa được Hà Thị Lý thực hiện “Chuyển bước xử lý” lúc thứ Hai, 18/11/2019, 14 giờ, nay ở trạng thái “Đang xử lý”. Nội dung ông/bà đã nhập vẫn còn: xem nội dung mới rồi quyết định lại.');
});
