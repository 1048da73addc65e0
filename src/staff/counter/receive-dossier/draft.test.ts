import type { ProcedureCode, ProcedureVersion } from '#core/procedure/procedure.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { expect, test } from 'vitest';
import { isTouched, newDraft, type ReceiveDraft } from './draft.ts';
import { fullPaper, toCommand, toPapers } from './draft-command.ts';
import { type DraftRow, makeShelf } from './draft-shelf.ts';

const procedure: ProcedureVersion = {
  code: '1.001193' as ProcedureCode,
  version: 1,
  validFrom: '2016-01-01' as PlainDate,
  name: 'Thủ tục đăng ký khai sinh',
  field: 'Hộ tịch',
  level: 'commune',
  authority: 'UBND cấp xã',
  everydayNames: [],
  channels: ['counter'],
  cases: [
    {
      caseId: 'usual',
      name: 'Thông thường',
      checklist: [
        { itemId: 'form', name: 'Tờ khai', required: true, original: 1, certifiedCopy: 0, plainCopy: 0 },
        {
          itemId: 'identity',
          name: 'Giấy tờ tùy thân',
          required: true,
          original: 1,
          certifiedCopy: 0,
          plainCopy: 0,
          shownOnly: true,
        },
      ],
    },
  ],
  limits: [],
  fees: [{ feeId: 'late', kind: 'charge', name: 'Lệ phí', amount: 8000 }],
  outcomes: [],
  legalGrounds: [],
  mustBePresent: false,
  signsRegister: true,
  resolvedAtDesk: false,
  numberSource: 'ours',
  slips: 'one-stop',
  steps: [],
  incomplete: [],
  source: '',
};
const draftOf = (draftId: string): ReceiveDraft =>
  newDraft({
    draftId,
    key: `key-${draftId}`,
    owner: 'sen@ky-bac',
    startedAt: 0,
    procedure,
    place: { communeName: 'xã Kỳ Bắc', districtName: 'huyện Kỳ Anh', provinceName: 'tỉnh Hà Tĩnh' },
    identityKind: 'old-identity-card',
    onlyByPost: false,
  });
const filled = (draftId: string): ReceiveDraft => ({
  ...draftOf(draftId),
  applicant: { ...draftOf(draftId).applicant, number: '183456789', fullName: 'Nguyễn Văn Thử', phone: '0912345678' },
  answers: { childName: 'Nguyễn Thị Mẫu' },
});

const memory = () => {
  const rows = new Map<string, DraftRow>();
  const waiting: (() => void)[] = [];
  const shelf = makeShelf(
    {
      put: (row) =>
        new Promise<void>((resolve) =>
          waiting.push(() => {
            rows.set(row.draftId, row);
            resolve();
          }),
        ),
      delete: async (id) => void rows.delete(id),
      listOf: async (owner) => [...rows.values()].filter((r) => r.owner === owner),
    },
    () => rows.size,
  );
  const settle = async () => {
    for (let i = 0; i < 20; i += 1) {
      waiting.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { rows, shelf, settle };
};

test('nothing of the last client stands in the draft of the next', () => {
  const words = JSON.stringify(draftOf('b'));
  for (const personal of ['183456789', 'Nguyễn Văn Thử', '0912345678', 'Nguyễn Thị Mẫu']) {
    expect(JSON.stringify(filled('a'))).toContain(personal);
    expect(words).not.toContain(personal);
  }
  expect(isTouched(draftOf('b'))).toBe(false);
});

test('a draft that was sent stays gone though a save of it was still on its way', async () => {
  const { rows, shelf, settle } = memory();
  void shelf.save(filled('a'));
  void shelf.drop('a');
  void shelf.save({ ...filled('a'), setCount: 2 });
  await settle();
  expect([...rows.keys()]).toEqual([]);
});

test('the draft of another person at the same machine is not shown', async () => {
  const { shelf, settle } = memory();
  void shelf.save(filled('a'));
  await settle();
  expect((await shelf.current('sen@ky-bac'))?.draftId).toBe('a');
  expect(await shelf.current('hue@ky-bac')).toBeUndefined();
});

test('a draft that was sent and comes back to be put right is kept again', async () => {
  const { rows, shelf, settle } = memory();
  void shelf.drop('a');
  void shelf.takeUp(filled('a'));
  void shelf.save({ ...filled('a'), setCount: 2 });
  await settle();
  expect(rows.get('a')?.draft.setCount).toBe(2);
});

test('an untouched draft is not kept', async () => {
  const { rows, shelf, settle } = memory();
  void shelf.save(draftOf('a'));
  await settle();
  expect(rows.size).toBe(0);
});

test('a draft put aside is listed and is no longer the current one', async () => {
  const { shelf, settle } = memory();
  void shelf.save(filled('a'));
  void shelf.shelve(filled('a'));
  await settle();
  expect(await shelf.current('sen@ky-bac')).toBeUndefined();
  expect((await shelf.shelved('sen@ky-bac')).map((r) => r.draftId)).toEqual(['a']);
});

test('empty boxes are absent from the command, and a shown paper leaves nothing at the desk', () => {
  const checklist = procedure.cases[0]?.checklist ?? [];
  const draft = { ...filled('a'), papers: Object.fromEntries(checklist.map((i) => [i.itemId, fullPaper(i)])) };
  const command = toCommand(draft, procedure, 'ky-bac', { by: 'present-officer' });
  expect(command.parties.owner).toBeUndefined();
  expect(command.parties.applicant.email).toBeUndefined();
  expect(toPapers(draft, procedure).map((p) => [p.itemId, p.shownOnly])).toEqual([
    ['form', false],
    ['identity', true],
  ]);
  expect(command.fees).toEqual([{ feeId: 'late', quantity: 1, exemption: undefined, collected: true }]);
});

test('by the public postal service the number of the label, the seal and the postage go with the command; at the desk none does', () => {
  const posting = { itemNumber: ' em 123 456 789 vn', postage: '33000', sealNumber: '' };
  const draft = { ...draftOf('post'), posting };
  expect(toCommand(draft, procedure, 'ky-bac', undefined).posting).toBeUndefined();
  expect(toCommand({ ...draft, byPost: true }, procedure, 'ky-bac', undefined).posting).toEqual({
    itemNumber: 'EM123456789VN',
    postage: 33_000,
    sealNumber: undefined,
  });
});

test('of drafts waiting for a slow disk only the last is written, and it is written whole', async () => {
  const written: string[] = [];
  const rows = new Map<string, DraftRow>();
  const table = {
    put: async (row: DraftRow) => {
      await Promise.resolve();
      written.push(row.draft.applicant.fullName);
      rows.set(row.draftId, row);
    },
    delete: async (id: string) => void rows.delete(id),
    listOf: async () => [...rows.values()],
  };
  const shelf = makeShelf(table, () => 1);
  const typed = ['N', 'Ng', 'Ngu', 'Nguyễn'].map((fullName) => ({
    ...draftOf('slow'),
    applicant: { ...draftOf('slow').applicant, fullName },
  }));
  await Promise.all(typed.map((draft) => shelf.save(draft)));
  expect(written).toEqual(['Nguyễn']);
  expect((await shelf.current('sen@ky-bac'))?.applicant.fullName).toBe('Nguyễn');
});
