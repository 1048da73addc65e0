import { expect, test } from 'vitest';
import { HEAD, OTHER_HEAD, OTHER_SPECIALIST, RECORDS, SECTION, SIGNER, SPECIALIST, officeDossier } from '#testing/office-dossier.ts';
import { assignDossier } from './assign-dossier.ts';

const assign = (over: Partial<Parameters<typeof assignDossier>[1]>, expectedRevision = 3) =>
  assignDossier({ expectedRevision }, { dossier: officeDossier(), actor: HEAD, colleague: SPECIALIST, ...over });

test('the head of section assigns to someone of the section', () => {
  expect(assign({})).toEqual({ ok: true, value: { assigneeId: SPECIALIST.accountId, assigneeName: SPECIALIST.name, sectionUnitId: SECTION } });
});

test('a head of section does not dispose of another section’s people, the signing leader does', () => {
  expect(assign({ actor: OTHER_HEAD })).toEqual({ ok: false, refusal: { kind: 'other-section', name: SPECIALIST.name } });
  expect(assign({ actor: SIGNER }).ok).toBe(true);
});

test('an officer takes what nobody has and passes on only what is his own', () => {
  expect(assign({ actor: SPECIALIST }).ok).toBe(true);
  expect(assign({ actor: OTHER_SPECIALIST })).toMatchObject({ ok: false, refusal: { kind: 'not-your-step' } });
  const own = officeDossier({ assigneeId: OTHER_SPECIALIST.accountId, assigneeName: OTHER_SPECIALIST.name });
  expect(assign({ actor: OTHER_SPECIALIST, dossier: own }).ok).toBe(true);
  expect(assign({ actor: SPECIALIST, dossier: own })).toMatchObject({ ok: false, refusal: { kind: 'not-your-step', holder: OTHER_SPECIALIST.name } });
});

test('the colleague must hold the role the step asks for', () => {
  expect(assign({ colleague: RECORDS })).toEqual({ ok: false, refusal: { kind: 'colleague-lacks-role', name: RECORDS.name, needs: 'agency-officer' } });
  expect(assign({ colleague: undefined })).toEqual({ ok: false, refusal: { kind: 'no-such-colleague' } });
});

test('an old screen overwrites nothing', () => {
  expect(assign({}, 2)).toMatchObject({ ok: false, refusal: { kind: 'changed-meanwhile', by: 'Hà Thị Lý' } });
});
