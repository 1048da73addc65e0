import { expect, it } from 'vitest';
import { DESK_REFUSALS, type DeskRefusal } from './desk.ts';
import { DESK_REFUSAL_KINDS, deskRefusalText } from './refusal-text.ts';

/** One of everything that any text of a refusal speaks of. */
const ANY = {
  act: 'cancel-entry', state: 'received', needs: ['commune-officer'], code: '000.22.36.H27-191118-0001', how: 'pin-each', papers: [{ itemId: 'a', name: 'Tờ khai', original: 1, certifiedCopy: 0, plainCopy: 2, shownOnly: false }],
  feeId: 'a', name: 'Lệ phí', quantity: 1, exemption: 'Hộ nghèo', amount: 8000, procedureCode: '1.001193', version: 2, regime: 'one-stop', channel: 'post', why: 'by-post',
  caseId: 'a', errors: [{ path: 'parties.applicant.phone', code: 'phone-shape' }], scans: ['a'], procedureName: 'Đăng ký khai sinh', unitId: 'a', unitName: 'UBND xã', form: 'agencyCode2018',
  now: '2019-11-18T07:30:00+07:00', agencyUnitId: 'a', dossiers: [{ dossierId: 'a', code: 'X', why: 'other-agency' }], dossierIds: ['a'], names: ['Nguyễn Văn Thử'], itemId: 'a',
  workingDays: 5, bookletNumber: 'Q1-012', year: '2019', day: '2019-11-18',
  by: 'courier', stands: 'carried',
  codes: ['000.22.36.H27-191118-0001'], round: 2, from: '2019-11-20', sendBackFrom: '2019-11-22', invitations: 1,
};

it.each(DESK_REFUSAL_KINDS)('%s has a title and says what to do, in whole Vietnamese sentences', (kind) => {
  const said = deskRefusalText({ kind, ...ANY } as unknown as DeskRefusal);
  expect(said.title.length).toBeGreaterThan(5);
  expect(said.detail).toMatch(/[.!]$/u);
  for (const text of [said.title, said.detail]) {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  }
});

it('missing papers are named with their forms and counts', () => {
  expect(DESK_REFUSALS['papers-missing']({ kind: 'papers-missing', papers: ANY.papers }).detail).toContain('Tờ khai (01 bản chính, 02 bản chụp)');
});

it('errors of fields carry the sentence of their field', () => {
  expect(deskRefusalText({ kind: 'fields-invalid', ...ANY } as unknown as DeskRefusal).fieldErrors)
    .toEqual([{ path: 'parties.applicant.phone', message: 'Số điện thoại gồm 10 số, bắt đầu bằng số 0.' }]);
});
