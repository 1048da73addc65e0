import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { procedureIn } from '#testing/desk-commands.ts';
import type { DeskPickup } from '#wire/courier-desk.wire.ts';
import type { CatalogueEntry, DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import { type AskDraft, askErrors, isCollected, toAskBody } from './ask-draft.ts';
import { caseOf, receptionOf } from './pickup-reception.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const TODAY = '2019-11-18' as PlainDate;
const filled: AskDraft = { name: ' Lê Thị Ở Nhà ', phone: '0912 000 009', address: 'thôn Hợp Tiến', caseId: '', courierId: 'c', day: '2019-11-19', note: ' gọi trước ' };

describe('a pick-up that is asked for', () => {
  it('needs somebody to call, a place to go to, papers to bring, and who goes when', () => {
    expect(askErrors(filled, birth, TODAY)).toEqual({});
    expect(Object.keys(askErrors({ ...filled, name: ' ', phone: '12', address: '', courierId: '', day: '2019-11-17' }, undefined, TODAY)).sort())
      .toEqual(['courierId', 'day', 'person.address', 'person.name', 'person.phone', 'procedureCode']);
    expect(askErrors({ ...filled, day: '2019' }, birth, TODAY)).toEqual({ day: 'Nhập đủ ngày, tháng, năm.' });
  });
  it('goes without the blanks around what was typed, and with the case where there is a choice', () => {
    expect(toAskBody(filled, birth, 'p', 'ky-bac' as DeskId)).toEqual({
      pickupId: 'p', deskId: 'ky-bac', courierId: 'c', day: '2019-11-19', procedureCode: birth.code, note: 'gọi trước',
      person: { name: 'Lê Thị Ở Nhà', phone: '0912 000 009', address: 'thôn Hợp Tiến' },
      ...(birth.cases.length > 1 && { caseId: birth.cases[0]?.caseId }),
    });
    const two = { ...birth, cases: [...birth.cases, { caseId: 'other', name: 'Khác', checklist: [] }] };
    expect(toAskBody({ ...filled, caseId: 'other', note: '' }, two, 'p', 'ky-bac' as DeskId)).toMatchObject({ caseId: 'other' });
  });
  it('is for what may be filed by post alone', () => {
    expect([isCollected({ channels: ['counter', 'post'] }), isCollected({ channels: ['counter', 'online'] })]).toEqual([true, false]);
  });
});

describe('the reception of an envelope', () => {
  const entry = { procedure: { ...birth, cases: [{ caseId: 'none', name: 'Không', checklist: [] }, ...birth.cases] } } as unknown as CatalogueEntry;
  const checklist = birth.cases[0]?.checklist ?? [];
  const pickup = {
    pickupId: 'p', procedureCode: birth.code, person: { name: 'Lê Thị Ở Nhà', phone: '0912000009', address: 'thôn Hợp Tiến' }, slipNumber: 'RR473124829VN', checklist,
  } as unknown as DeskPickup;
  it('has its person, its slip and its case, the pick-up’s own id, and no paper counted yet', () => {
    const view = { communeName: 'Kỳ Bắc', districtName: 'Kỳ Anh', provinceName: 'Hà Tĩnh' } as DeskCatalogueView;
    expect(receptionOf(pickup, entry, view, 'old-identity-card', { key: 'k', owner: 'o', startedAt: 1 })).toMatchObject({
      draftId: 'p', key: 'k', procedureCode: birth.code, byPost: true, caseId: birth.cases[0]?.caseId, papers: {}, posting: { itemNumber: 'RR473124829VN', sealNumber: '' },
      applicant: { fullName: 'Lê Thị Ở Nhà', phone: '0912000009', line: 'thôn Hợp Tiến', communeName: 'Kỳ Bắc', number: '' },
    });
  });
  it('begins with the first case where the list fits none any more', () => {
    expect(caseOf(entry, { ...pickup, checklist: checklist.slice(1) })).toBe('none');
  });
});
