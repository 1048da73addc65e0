import { describe, expect, it } from 'vitest';
import { desk, deskDossier, officer } from '#testing/desk-facts.ts';
import { farmer } from '#testing/desk-commands.ts';
import { RECORDS, SPECIALIST, OTHER_SPECIALIST, officeDossier } from '#testing/office-dossier.ts';
import type { Parties } from '../people/person.ts';
import type { PaperCounted } from './accept-papers.ts';
import { type PapersPlace, givePapersBack, sendPapersBack } from './give-back-papers.ts';
import { type PaperKept, type PapersTaken, checkTaken } from './way-back.ts';
import { type WithdrawCommand, withdrawAtAgency, withdrawDossier } from './withdraw-dossier.ts';

const owner = { ...farmer, fullName: 'Nguyễn Thị Chủ' };
const both: Parties = { applicant: farmer, owner };
const KEPT: readonly PaperKept[] = [
  { lineNo: 1, name: 'Tờ khai', form: 'original', count: 1 }, { lineNo: 3, name: 'Giấy chứng sinh', form: 'original', count: 1 },
];
const TAKEN: PapersTaken = { receiver: { relation: 'applicant' }, papers: KEPT.map(({ lineNo }) => ({ lineNo, given: true })), signing: { kind: 'signed' } };
const kindOf = (result: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly kind: string } }): string => (result.ok ? 'ok' : result.refusal.kind);

describe('papers are counted into somebody’s hands', () => {
  it('each one named: given, or withheld with the reason', () => {
    expect(checkTaken(TAKEN, KEPT, both)).toEqual({ ok: true, value: { receiverName: farmer.fullName, given: KEPT, withheld: [] } });
    const forgot = { ...TAKEN, papers: [{ lineNo: 1, given: true }] };
    expect(checkTaken(forgot, KEPT, both)).toEqual({ ok: false, refusal: { kind: 'papers-not-listed', names: ['Giấy chứng sinh'] } });
    const unsaid = { ...TAKEN, papers: [{ lineNo: 1, given: true }, { lineNo: 3, given: false }] };
    expect(checkTaken(unsaid, KEPT, both)).toMatchObject({ refusal: { errors: [{ path: 'papersBack.papers.1.note', code: 'required' }] } });
    const said = { ...TAKEN, papers: [{ lineNo: 1, given: true }, { lineNo: 3, given: false, note: 'Lưu hồ sơ vi phạm' }] };
    expect(checkTaken(said, KEPT, both)).toMatchObject({ value: { given: [{ lineNo: 1 }], withheld: [{ lineNo: 3, note: 'Lưu hồ sơ vi phạm' }] } });
  });

  it('of the applicant, the owner where there is one, or an authorised person by name', () => {
    expect(checkTaken({ ...TAKEN, receiver: { relation: 'owner' } }, KEPT, both)).toMatchObject({ value: { receiverName: owner.fullName } });
    expect(kindOf(checkTaken({ ...TAKEN, receiver: { relation: 'owner' } }, KEPT, { applicant: farmer }))).toBe('no-owner-named');
    const son = { relation: 'authorised', fullName: 'Nguyễn Văn Con', identityNumber: '183000009', authorisation: 'Giấy ủy quyền 12/2019' } as const;
    expect(checkTaken({ ...TAKEN, receiver: son }, KEPT, both)).toMatchObject({ value: { receiverName: son.fullName } });
  });

  it('a fingerprint only after it was read aloud', () => {
    const pressed = { ...TAKEN, signing: { kind: 'fingerprint', readAloud: false, witnesses: [] } } as const;
    expect(checkTaken(pressed, KEPT, both)).toMatchObject({ refusal: { errors: [{ path: 'papersBack.signing.readAloud' }] } });
  });
});

describe('a dossier is withdrawn', () => {
  const command: WithdrawCommand = { reason: 'Không làm nữa', request: { how: 'in-person', asker: { kind: 'applicant' } } };
  const atDesk = (state: 'received' | 'in-process' | 'filed-online' | 'returned' | 'outcome-recorded', more: Partial<WithdrawCommand> = {}, kept = KEPT) =>
    withdrawDossier({ ...command, revision: 1, ...more }, { actor: officer, desk, kept, dossier: { ...deskDossier({ state }), parties: both } });

  it('at the desk with its papers at once, and nothing to give back where nothing was kept', () => {
    expect(atDesk('received', { papersBack: TAKEN })).toMatchObject({ ok: true, value: { askerName: farmer.fullName, papers: { at: 'given-back', back: { given: KEPT } } } });
    expect(kindOf(atDesk('received'))).toBe('papers-not-given-back');
    expect(atDesk('filed-online', {}, [])).toMatchObject({ ok: true, value: { papers: { at: 'given-back' } } });
  });

  it('at the desk while the agency holds the papers, which come back by record', () => {
    expect(atDesk('in-process')).toMatchObject({ ok: true, value: { papers: { at: 'agency' } } });
    expect(kindOf(atDesk('in-process', { papersBack: TAKEN }))).toBe('papers-at-agency');
  });

  it('no more once there is an outcome', () => {
    expect(kindOf(atDesk('outcome-recorded'))).toBe('act-not-possible');
    expect(kindOf(atDesk('returned'))).toBe('act-not-possible');
  });

  it('by an authorised person under her name, by the owner where there is one', () => {
    expect(atDesk('in-process', { request: { how: 'letter', asker: { kind: 'authorised', fullName: 'Lê Thị Được', authorisation: 'GUQ 5' } } })).toMatchObject({ value: { askerName: 'Lê Thị Được' } });
    expect(atDesk('in-process', { request: { how: 'online', asker: { kind: 'owner' } } })).toMatchObject({ value: { askerName: owner.fullName } });
  });

  it('at the agency by who is in charge, with the papers or without', () => {
    const dossier = officeDossier({ assigneeId: SPECIALIST.accountId, assigneeName: SPECIALIST.name });
    const at = (more: Partial<WithdrawCommand> = {}, actor = SPECIALIST) =>
      withdrawAtAgency({ ...command, expectedRevision: 3, ...more }, { dossier, parties: { applicant: farmer }, actor, kept: KEPT });
    expect(at()).toMatchObject({ ok: true, value: { papers: { at: 'agency' } } });
    expect(at({ papersBack: TAKEN })).toMatchObject({ ok: true, value: { papers: { at: 'given-back' } } });
    expect(kindOf(at({}, OTHER_SPECIALIST))).toBe('not-your-step');
    expect(kindOf(at({}, RECORDS))).toBe('role-not-allowed');
    expect(kindOf(at({ request: { how: 'letter', asker: { kind: 'owner' } } }))).toBe('no-owner-named');
  });
});

describe('papers of a dossier that ended at the agency', () => {
  const send = (place: PapersPlace | undefined, state: 'withdrawn' | 'in-process' = 'withdrawn') =>
    sendPapersBack({ expectedRevision: 3 }, { dossier: officeDossier({ state }), actor: RECORDS, place });
  const give = (place: PapersPlace | undefined, counted: readonly PaperCounted[] = [], taken = TAKEN) =>
    givePapersBack({ revision: 1, papersBack: taken }, { actor: officer, desk, kept: KEPT, place, counted, dossier: { ...deskDossier({ state: 'stopped' }), parties: both } });

  it('are sent to the desk once', () => {
    expect([send('agency'), send('on-the-way'), send('at-desk'), send('given-back'), send(undefined), send('agency', 'in-process')].map(kindOf))
      .toEqual(['ok', 'papers-on-the-way', 'papers-on-the-way', 'papers-already-back', 'papers-already-back', 'act-not-possible']);
  });

  it('are given back at the desk once they were counted there', () => {
    expect([give('at-desk'), give('on-the-way'), give('agency'), give('given-back')].map(kindOf)).toEqual(['ok', 'papers-to-be-counted', 'papers-at-agency', 'papers-already-back']);
  });

  it('and what did not come is not given, and stands on the note with its reason', () => {
    const counted = [{ lineNo: 1, result: 'received' }, { lineNo: 3, result: 'short', arrived: 0, note: 'Không có trong túi' }] as const;
    const given = give('at-desk', counted, { ...TAKEN, papers: [{ lineNo: 1, given: true }] });
    expect(given).toMatchObject({ ok: true, value: { back: { given: [{ lineNo: 1 }], withheld: [{ lineNo: 3, count: 1, note: 'Thiếu khi cơ quan chuyển trả: Không có trong túi' }] } } });
  });
});
