import { expect, test } from 'vitest';
import { keptLines, linesAsTaken, linesErrors, linesHere, newPerson, personErrors, personFrom, toRequest, toTaken } from './way-back-draft.ts';

const PAPERS = [
  { lineNo: 1, name: 'Tờ khai', form: 'original', count: 1, shownOnly: false },
  { lineNo: 2, name: 'Chứng minh nhân dân', form: 'original', count: 1, shownOnly: true },
  { lineNo: 3, name: 'Ảnh', form: 'e-copy', count: 1, shownOnly: false },
] as never;

test('only what lies in the dossier is offered to be given back', () => {
  expect(keptLines({ papers: PAPERS }).map((line) => line.name)).toEqual(['Tờ khai']);
});

test('an authorised person is named with the authorisation, and with a number where papers change hands', () => {
  const son = { ...newPerson(), kind: 'authorised' as const };
  expect(Object.keys(personErrors(son, 'request.asker', false))).toEqual(['request.asker.fullName', 'request.asker.authorisation']);
  expect(Object.keys(personErrors(son, 'papersBack.receiver', true))).toContain('papersBack.receiver.identityNumber');
  expect(personErrors(newPerson(), 'request.asker', true)).toEqual({});
});

test('a paper kept back says why', () => {
  const [line] = keptLines({ papers: PAPERS });
  if (!line) throw new Error('no line');
  expect(linesErrors([{ ...line, given: false }])).toEqual({ 'papersBack.papers.0.note': 'Ghi lý do chưa trả giấy tờ này.' });
  expect(toTaken(newPerson(), [{ ...line, given: false, note: ' Lưu hồ sơ ' }], false)).toEqual({
    receiver: { relation: 'applicant' }, papers: [{ lineNo: 1, given: false, note: 'Lưu hồ sơ' }], signing: { kind: 'signed' },
  });
});

test('the request carries what was typed and nothing empty', () => {
  expect(toRequest({ ...newPerson(), kind: 'owner' }, 'letter')).toEqual({ how: 'letter', asker: { kind: 'owner' } });
  expect(toTaken({ ...newPerson(), identityNumber: '183000001' }, [], true)).toMatchObject({ receiver: { identityNumber: '183000001' }, signing: { kind: 'fingerprint' } });
});

test('only what came back to the desk can be given there', () => {
  const papers = [{ lineNo: 1, name: 'Tờ khai', count: 1 }, { lineNo: 2, name: 'Bản đồ', count: 3 }].map((one) => ({ ...one, form: 'original', shownOnly: false }));
  const short = (lineNo: number, arrived: number) => ({ lineNo, name: 'x', result: 'short', sent: 9, arrived, note: 'x' });
  const view = { papers, papersBack: { differences: [short(1, 0), short(2, 2)] } } as unknown as Parameters<typeof linesHere>[0];
  expect(linesHere(view).map(({ lineNo, count }) => [lineNo, count])).toEqual([[2, 2]]);
});

test('what was entered before stands there again: the same people, the same ticks', () => {
  const lines = keptLines({ papers: PAPERS }).map((line) => ({ ...line, given: false, note: 'Lưu hồ sơ' }));
  const son = { kind: 'authorised' as const, fullName: 'Nguyễn Văn Con', identityNumber: '183000001', authorisation: 'Số 3, 01/11/2019' };
  const owner = { ...newPerson(), kind: 'owner' as const, identityNumber: '183000002' };
  for (const person of [son, owner]) {
    const taken = toTaken(person, lines, false);
    expect(personFrom(toRequest(person, 'letter').asker, taken.receiver)).toEqual(person);
    expect(linesAsTaken(keptLines({ papers: PAPERS }), taken)).toEqual(lines);
  }
  // nothing was given: who asked is known by the request alone, and every paper waits to be ticked
  expect(personFrom(toRequest(son, 'letter').asker, undefined)).toEqual({ ...son, identityNumber: '' });
  expect(linesAsTaken(keptLines({ papers: PAPERS }), undefined)).toEqual(keptLines({ papers: PAPERS }));
});
