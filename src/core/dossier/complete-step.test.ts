import { expect, test } from 'vitest';
import { HEAD, HOURS, OTHER_SPECIALIST, RECORDS, SIGNER, SPECIALIST, at, officeDossier } from '#testing/office-dossier.ts';
import type { Sha256 } from './dossier.ts';
import { type CompleteStepCommand, type CompleteStepFacts, completeStep } from './complete-step.ts';

const PASS: CompleteStepCommand = { expectedRevision: 3, result: { kind: 'pass' } };
const complete = (over: Partial<CompleteStepFacts>, command: CompleteStepCommand = PASS) =>
  completeStep(command, { dossier: officeDossier(), actor: SPECIALIST, draftIsStored: true, hours: HOURS, now: at('2019-11-19T08:30'), ...over });

test('the specialist passes on to the head of section, whose own hours begin now', () => {
  expect(complete({})).toMatchObject({
    ok: true,
    value: { finished: { result: 'passed' }, started: { stepNo: 2, step: { role: 'section-head' }, dueAt: at('2019-11-19T14:30') } },
  });
});

test('only the person a step is assigned to acts on it', () => {
  const dossier = officeDossier({ assigneeId: SPECIALIST.accountId, assigneeName: SPECIALIST.name });
  expect(complete({ dossier }).ok).toBe(true);
  expect(complete({ dossier, actor: OTHER_SPECIALIST })).toEqual({ ok: false, refusal: { kind: 'not-your-step', needs: 'agency-officer', holder: SPECIALIST.name } });
});

test('the head of section does not work the specialist’s step', () => {
  expect(complete({ actor: HEAD })).toMatchObject({ ok: false, refusal: { kind: 'not-your-step', needs: 'agency-officer' } });
});

test('what is sent back goes with its reason into the hands it came from', () => {
  const dossier = officeDossier({ stepNo: 3, workedBefore: [{ stepNo: 1, accountId: SPECIALIST.accountId, name: SPECIALIST.name }] });
  const sent = complete({ dossier, actor: SIGNER }, { expectedRevision: 3, result: { kind: 'send-back', reason: 'Sai ngày sinh' } });
  expect(sent).toMatchObject({
    ok: true,
    value: { finished: { result: 'sent-back', note: 'Sai ngày sinh' }, started: { stepNo: 1, assigneeId: SPECIALIST.accountId } },
  });
});

test('there is nobody before the first step to send back to', () => {
  expect(complete({}, { expectedRevision: 3, result: { kind: 'send-back', reason: 'x' } })).toEqual({ ok: false, refusal: { kind: 'nothing-before' } });
});

test('the approval keeps the capacity in which it was signed', () => {
  const dossier = officeDossier({ stepNo: 3 });
  const first = complete({ dossier, actor: SIGNER });
  expect(first.ok && first.value.finished.capacity?.prefix).toBe('KT.');
  const second = complete({ dossier, actor: SIGNER }, { expectedRevision: 3, result: { kind: 'pass', assignmentNo: 2 } });
  expect(second.ok && second.value.finished.capacity?.prefix).toBe('TUQ.');
  const none = complete({ dossier, actor: SIGNER }, { expectedRevision: 3, result: { kind: 'pass', assignmentNo: 9 } });
  expect(none).toEqual({ ok: false, refusal: { kind: 'no-signing-capacity' } });
});

test('a proposed refusal is signed as a refusal or goes back, never approved', () => {
  const proposal = { kind: 'refuse', reason: 'Không đủ điều kiện', legalGround: 'Điều 18' } as const;
  expect(complete({ dossier: officeDossier({ stepNo: 3 }), actor: SIGNER, proposal })).toEqual({ ok: false, refusal: { kind: 'refusal-proposed' } });
});

test('the records clerk issues or sends back, and does not pass on', () => {
  const dossier = officeDossier({ stepNo: 4 });
  expect(complete({ dossier, actor: RECORDS })).toEqual({ ok: false, refusal: { kind: 'issue-instead' } });
  expect(complete({ dossier, actor: RECORDS }, { expectedRevision: 3, result: { kind: 'send-back', reason: 'Sai thể thức' } }).ok).toBe(true);
});

test('a colleague named to go on must hold the next role', () => {
  const command: CompleteStepCommand = { expectedRevision: 3, result: { kind: 'pass', nextAssigneeId: HEAD.accountId } };
  expect(complete({ next: HEAD }, command)).toMatchObject({ ok: true, value: { started: { assigneeId: HEAD.accountId } } });
  expect(complete({ next: RECORDS }, command)).toMatchObject({ ok: false, refusal: { kind: 'colleague-lacks-role' } });
  expect(complete({ next: undefined }, command)).toEqual({ ok: false, refusal: { kind: 'no-such-colleague' } });
});

test('a draft that was never uploaded is not carried along', () => {
  const command: CompleteStepCommand = { expectedRevision: 3, result: { kind: 'pass', proposal: { kind: 'grant', draftFile: 'a'.repeat(64) as Sha256 } } };
  expect(complete({ draftIsStored: false }, command)).toEqual({ ok: false, refusal: { kind: 'file-unknown' } });
  expect(complete({}, command).ok).toBe(true);
});
