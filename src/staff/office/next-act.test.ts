import { expect, test } from 'vitest';
import type { OfficeWorkView } from '#wire/office-work.wire.ts';
import { nextActs, passLabel } from './next-act.ts';

type Work = Pick<OfficeWorkView, 'steps' | 'stepNo' | 'proposal' | 'mine' | 'apologies' | 'extensions' | 'supplementsAsked' | 'answerIsOver' | 'answerWaits' | 'papersAt' | 'outcomeComesBack'>;
const STEPS: Work['steps'] = (['agency-officer', 'section-head', 'signing-leader', 'records-clerk'] as const)
  .map((role, index) => ({ no: index + 1, stepId: role, name: role, role, hours: 8 }));
const work = (over: Partial<Omit<Work, 'mine'>> & { mine?: Partial<Work['mine']> } = {}): Work => ({
  steps: STEPS, stepNo: 1, apologies: [], extensions: [], supplementsAsked: 0, answerIsOver: false, answerWaits: false, outcomeComesBack: false, ...over, mine: { step: true, charge: true, roles: ['agency-officer'], mayAssign: true, ...over.mine },
});
const doings = (list: readonly { doing: string }[]): string[] => list.map((one) => one.doing);

test('the specialist’s next act is named by who gets it', () => {
  expect(passLabel(work())).toBe('Trình lãnh đạo phòng');
  expect(passLabel(work({ stepNo: 2 }))).toBe('Trình ký');
  expect(passLabel(work({ stepNo: 3 }))).toBe('Ký duyệt');
  const acts = nextActs({ state: 'in-process', work: work() });
  expect(acts.main?.doing).toBe('pass');
  expect(doings(acts.others)).toEqual(['ask-supplement', 'ask-duty', 'assign', 'apologise', 'withdraw']);
});

test('the signer signs what is proposed: an approval, or a refusal', () => {
  const signer = { step: true, roles: ['signing-leader' as const], mayAssign: true };
  expect(nextActs({ state: 'in-process', work: work({ stepNo: 3, mine: signer }) }).main?.doing).toBe('pass');
  const refusal = nextActs({ state: 'in-process', work: work({ stepNo: 3, mine: signer, proposal: { kind: 'refuse', by: 'x', at: '' as never } }) });
  expect([refusal.main?.doing, refusal.main?.red]).toEqual(['refuse', true]);
});

test('the records clerk issues or sends back', () => {
  const acts = nextActs({ state: 'in-process', work: work({ stepNo: 4, mine: { roles: ['records-clerk'], mayAssign: false, charge: false } }) });
  expect([acts.main?.doing, ...doings(acts.others)]).toEqual(['issue', 'send-back']);
});

test('a step of somebody else offers nothing but assigning, and that first when nobody has it', () => {
  const others = nextActs({ state: 'in-process', work: work({ mine: { step: false, charge: false, roles: ['section-head'], holder: 'Đặng Thị Hoài Thu' } }) });
  expect([others.main, doings(others.others)]).toEqual([undefined, ['assign']]);
  const free = nextActs({ state: 'in-process', work: work({ mine: { step: false, roles: ['section-head'] } }) });
  expect(free.main?.doing).toBe('assign');
});

test('while the citizen is waited for, only who leads may stop', () => {
  expect(doings(nextActs({ state: 'supplement-asked', work: work({ mine: { mayAssign: false, charge: false } }) }).others)).toEqual([]);
  expect(doings(nextActs({ state: 'supplement-asked', work: work({ mine: { roles: ['section-head'], mayAssign: false, charge: false } }) }).others)).toEqual(['stop']);
  expect(nextActs({ state: 'awaiting-financial-duty', work: work() }).main?.doing).toBe('settle-duty');
});

test('what the citizen sent is looked at before anything else, and keeps the dossier from being stopped', () => {
  const sent = { answerWaits: true, answerIsOver: false };
  const mine = nextActs({ state: 'supplement-asked', work: work(sent) });
  expect([mine.main?.doing, ...doings(mine.others)]).toEqual(['look-at-answer', 'turn-back', 'record-supplement', 'assign', 'withdraw']);
  const head = nextActs({ state: 'supplement-asked', work: work({ ...sent, mine: { roles: ['section-head'], mayAssign: false } }) });
  expect(doings(head.others)).not.toContain('stop');
  const signer = nextActs({ state: 'supplement-asked', work: work({ ...sent, mine: { roles: ['signing-leader'], charge: false, mayAssign: false } }) });
  expect([signer.main, doings(signer.others)]).toEqual([undefined, ['turn-back']]);
  expect(nextActs({ state: 'supplement-asked', work: work({ ...sent, mine: { charge: false, mayAssign: false } }) })).toEqual({ others: [] });
});

test('what came is accepted or goes back, what is issued goes to the desk, and what is gone offers nothing', () => {
  expect(nextActs({ state: 'handed-over', work: work() }).main?.doing).toBe('accept');
  expect(nextActs({ state: 'handed-over', work: work({ mine: { roles: ['signing-leader'] } }) })).toEqual({ others: [] });
  expect(nextActs({ state: 'outcome-recorded', work: work() }).main?.doing).toBe('send');
  expect(nextActs({ state: 'outcome-sent', work: work() })).toEqual({ others: [] });
});

test('an apology is prepared once, and then it is who signs who has the next act', () => {
  const open = { apologyNo: 1, reason: 'x', oldDue: '', newDue: '', preparedAt: '', preparedByName: 'x' } as never;
  const signer = { step: false, charge: false, roles: ['signing-leader' as const], mayAssign: true, holder: 'Đặng Thị Hoài Thu' };
  const acts = nextActs({ state: 'in-process', work: work({ apologies: [open], mine: signer }) });
  expect([acts.main?.doing, ...doings(acts.others)]).toEqual(['sign-apology', 'assign', 'return-apology']);
  expect(doings(nextActs({ state: 'in-process', work: work({ apologies: [open] }) }).others)).not.toContain('apologise');
  expect(doings(nextActs({ state: 'in-process', work: work({ apologies: [{ ...(open as object), decision: 'signed' } as never] }) }).others)).not.toContain('apologise');
});

test('a second request is for who leads, an extension only where the law knows one', () => {
  expect(doings(nextActs({ state: 'in-process', work: work({ supplementsAsked: 1 }) }).others)).not.toContain('ask-supplement');
  const leader = nextActs({ state: 'in-process', work: work({ supplementsAsked: 1, mine: { step: false, roles: ['section-head'], holder: 'x' } }) });
  expect(leader.others.find((one) => one.doing === 'ask-supplement')?.label).toBe('Yêu cầu bổ sung lần nữa');
  const allowed = [{ extensionId: 'verify', ground: 'x', law: 'y', by: '03 ngày làm việc' }];
  expect(doings(nextActs({ state: 'in-process', work: work({ extensions: allowed }) }).others)).toContain('extend');
});

test('once the citizen’s limit is over stopping comes first; papers of what ended go back', () => {
  expect(nextActs({ state: 'supplement-asked', work: work() }).main?.doing).toBe('record-supplement');
  expect(nextActs({ state: 'supplement-asked', work: work({ answerIsOver: true, mine: { roles: ['section-head'] } }) }).main?.doing).toBe('stop');
  expect(nextActs({ state: 'withdrawn', work: work({ papersAt: 'agency' }) }).main?.doing).toBe('send-papers');
  expect(nextActs({ state: 'stopped', work: work({ papersAt: 'given-back' }) })).toEqual({ others: [] });
});

test('what the leader signed digitally is sealed before it is sent on; otherwise a signature waits where nothing else is to be done', () => {
  const clerk = work({ mine: { roles: ['records-clerk'], step: false, charge: false, mayAssign: false } });
  const issued = nextActs({ state: 'outcome-recorded', toSign: 'agency-seal', work: clerk });
  expect([issued.main?.label, ...doings(issued.others)]).toEqual(['Ký số cơ quan', 'send']);
  expect(nextActs({ state: 'outcome-recorded', toSign: 'leader', work: clerk }).main?.doing).toBe('send');
  expect(nextActs({ state: 'refused-by-agency', toSign: 'leader', work: work({ mine: { roles: ['signing-leader'], step: false } }) }).main?.label).toBe('Ký số');
  expect(nextActs({ state: 'in-process', toSign: 'agency-seal', work: work({ stepNo: 4, mine: { roles: ['records-clerk'], mayAssign: false, charge: false } }) }).main?.doing).toBe('issue');
});

test('what nobody fetched is taken back first, and sent again when somebody asks for it', () => {
  const clerk = { roles: ['records-clerk' as const], step: false, charge: false, mayAssign: false };
  const coming = nextActs({ state: 'uncollected', work: work({ outcomeComesBack: true, mine: clerk }) });
  expect([coming.main?.doing, ...doings(coming.others)]).toEqual(['accept-back', 'send']);
  expect(nextActs({ state: 'uncollected', work: work({ mine: clerk }) })).toEqual({ main: { doing: 'send', label: 'Chuyển trả về quầy lần nữa' }, others: [] });
  expect(nextActs({ state: 'uncollected', work: work({ outcomeComesBack: true, mine: { ...clerk, roles: ['signing-leader'] } }) })).toEqual({ others: [] });
});
