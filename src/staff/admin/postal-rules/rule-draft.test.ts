import { expect, it } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import { SHIPPED_POSTAL_RULES as RULES } from '#core/transit/shipped-rules.ts';
import { type AskedRule, makeRule, startRuleDraft } from './rule-draft.ts';
import { changeWords, standingOf } from './rule-words.ts';

const TODAY = '2026-11-25' as PlainDate;
const [, row] = RULES.transit;
const [sums] = RULES.compensation;
if (!row || !sums) throw new Error('no rules');
const asked: AskedRule = { part: 'transit', row, isNew: true };
const typed = { ...startRuleDraft(asked, RULES), validFrom: '2027-01-01', instrument: 'TT 1/2027', decision: ' QĐ 9 ', reason: 'Văn bản mới' };

it('a new rule begins with the figures of the one that holds, with no day and no document; what is missing is said at its field', () => {
  const made = makeRule(startRuleDraft(asked, RULES), asked, RULES, TODAY);
  expect('errors' in made && Object.keys(made.errors)).toEqual(['validFrom', 'instrument', 'decision', 'reason']);
  expect(makeRule(typed, asked, RULES, TODAY)).toEqual({ command: { part: 'transit', baseVersion: 1, validFrom: '2027-01-01', instrument: 'TT 1/2027', mark: 'assumed', zones: row.zones, decision: 'QĐ 9', reason: 'Văn bản mới' } });
});

it('figures that cannot be are said at their boxes', () => {
  const made = makeRule({ ...typed, figures: { ...typed.figures, 'within-commune.days': '', 'within-province.daysWithSlip': '1' } }, asked, RULES, TODAY);
  expect('errors' in made && made.errors).toEqual({ 'within-commune.days': 'Nhập số từ 1 đến 60.', 'within-province.daysWithSlip': 'Không được ngắn hơn thời gian chuyển đi.' });
  const owed: AskedRule = { part: 'compensation', row: sums, isNew: true };
  const paid = makeRule({ ...startRuleDraft(owed, RULES), validFrom: '2027-01-01', instrument: 'QĐ 1/2027', decision: 'QĐ', reason: 'x', figures: { lossTimes: '6', lateTimes: '1', payWithin: '0' } }, owed, RULES, TODAY);
  expect('errors' in paid && paid.errors).toEqual({ payWithin: 'Nhập số từ 1 đến 365.' });
});

it('times of a complaint begin with those that hold; between provinces is not sooner than inside', () => {
  const [times] = RULES.complaint;
  if (!times) throw new Error('no times');
  const heard: AskedRule = { part: 'complaint', row: times, isNew: true };
  const draft = { ...startRuleDraft(heard, RULES), validFrom: '2027-01-01', instrument: 'TT 2/2027', decision: 'QĐ', reason: 'x' };
  expect(makeRule(draft, heard, RULES, TODAY)).toMatchObject({ command: { part: 'complaint', months: 6, daysWithin: 5, daysBetween: 7 } });
  const wrong = makeRule({ ...draft, figures: { months: '0', daysWithin: '5', daysBetween: '4' } }, heard, RULES, TODAY);
  expect('errors' in wrong && wrong.errors).toEqual({ months: 'Nhập số từ 1 đến 120.', daysBetween: 'Không được ngắn hơn trong tỉnh.' });
  expect(changeWords({ part: 'complaint', after: { ...times, validFrom: '2027-01-01' as PlainDate } })).toBe(
    'Thời hạn khiếu nại từ 01/01/2027: khiếu nại trong 6 tháng kể từ ngày kết thúc thời gian toàn trình; giải quyết trong 5 ngày làm việc (trong tỉnh), 7 ngày làm việc (liên tỉnh) (TT 17/2017/TT-BTTTT Đ.12, đã xác minh).');
});

it('the zones are those of the day on which the rule begins', () => {
  const made = makeRule({ ...typed, validFrom: '2020-01-01' }, asked, RULES, TODAY);
  expect('command' in made && made.command.part === 'transit' && made.command.zones.map(({ zone }) => zone)).toEqual(['within-district', 'between-districts', 'inter-province-major', 'inter-province']);
});

it('a rule is to come, holds, or was replaced; its change is told whole', () => {
  const later = { ...row, validFrom: '2027-01-01' as PlainDate };
  const rows = [...RULES.transit, later];
  expect(rows.map((one) => standingOf(one, rows, TODAY))).toEqual(['past', 'holds', 'coming']);
  expect(changeWords({ part: 'compensation', before: sums, after: { ...sums, mark: 'assumed' } })).toBe(
    'Mức bồi thường từ 16/12/2016: trước đây mất, hư hỏng ít nhất 4 lần cước; chuyển chậm 1 lần cước; trả trong 30 ngày (QĐ 45/2016/QĐ-TTg Đ.14, đã xác minh); nay mất, hư hỏng ít nhất 4 lần cước; chuyển chậm 1 lần cước; trả trong 30 ngày (QĐ 45/2016/QĐ-TTg Đ.14, chưa xác minh).');
});
