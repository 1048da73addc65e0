import { expect, test } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { receiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import { draftOfCommand } from './draft-of-command.ts';
import { toCommand } from './draft-command.ts';
import { toLateEntry } from './late-entry-draft.ts';
import { refusedErrors } from './refused-before.tsx';
import { toSigning } from '../signing-draft.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const begun = { key: 'k', owner: 'sen@ky-bac', startedAt: 0 };
const [usual] = birth.cases;
const papers = (usual?.checklist ?? []).filter((item) => item.required).map(({ itemId, shownOnly = false }) => ({ itemId, form: 'original' as const, count: 1, shownOnly, scans: [] }));
const sent = receiveDossierCommand.parse(receiveCommand('ky-bac', birth, {
  papers,
  setCount: 2, returnWish: { kind: 'home-delivery', address: 'thôn Hợp Tiến', phone: '0912000001' }, fees: [{ feeId: birth.fees[0]?.feeId ?? '', quantity: 1, collected: true }],
  lateEntry: { receivedAt: '2019-11-18T07:30:00+07:00' as never, bookletNumber: 'Q1-012', reason: 'Mất điện' },
  signing: { kind: 'fingerprint', readAloud: true, witnesses: [{ name: 'Lê Thị Chứng', identityNumber: '183000007' }] }, largePrint: true,
}));

test('a reception that was sent becomes the draft that sends the same again', () => {
  const draft = draftOfCommand(sent, birth, begun);
  const again = { ...toCommand(draft, birth, 'ky-bac', undefined), lateEntry: toLateEntry(draft.lateEntry), signing: toSigning(draft.signing), largePrint: draft.largePrint };
  expect(receiveDossierCommand.parse(JSON.parse(JSON.stringify(again)))).toEqual(sent);
  expect([draft.draftId, draft.key]).toEqual([sent.dossierId, 'k']);
});

test('what the server named stands at its box until something there was changed', () => {
  const corrects = { commandId: 'c', code: 'x', paperId: 'p', text: 'x', fieldErrors: [{ path: 'parties.applicant.fullName', message: 'Ghi họ tên.' }] };
  const draft = { ...draftOfCommand(sent, birth, begun), corrects };
  expect(refusedErrors(draft, draft, 'applicant')).toEqual({ 'parties.applicant.fullName': 'Ghi họ tên.' });
  expect(refusedErrors(draft, draft, 'papers')).toEqual({});
  expect(refusedErrors({ ...draft, applicant: { ...draft.applicant, fullName: 'Nguyễn Văn Khác' } }, draft, 'applicant')).toEqual({});
});
