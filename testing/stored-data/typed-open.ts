// On a machine that is no counter: a draft with its scan and a list, as they are typed.
import { keepList, leftLists } from '#staff/counter/batch/batch-db.ts';
import { newRow } from '#staff/counter/batch/batch-rows.ts';
import { newDraft, type ReceiveDraft } from '#staff/counter/receive-dossier/draft.ts';
import { keepScan, shelfOf } from '#staff/counter/receive-dossier/draft-db.ts';
import { procedureIn } from '../desk-commands.ts';
import { type DatabaseFile, readDatabase } from './database-file.ts';

export const OWNER = '00000000-0000-7000-8000-00000000000c@ky-bac';
export const STARTED = Date.parse('2026-11-28T07:30:00+07:00');
const birth = procedureIn('kybac-2019', '1.001193');

export const draftOf = (draftId: string, fullName: string): ReceiveDraft => {
  const fresh = newDraft({
    draftId, key: `key-${draftId}`, owner: OWNER, startedAt: STARTED, procedure: birth, identityKind: 'old-identity-card', onlyByPost: false,
    place: { communeName: 'xã Kỳ Bắc', districtName: 'huyện Kỳ Anh', provinceName: 'tỉnh Hà Tĩnh' },
  });
  return { ...fresh, applicant: { ...fresh.applicant, fullName, number: '183000009' }, answers: { childName: 'Nguyễn Thị Mẫu' } };
};

export const typeOpen = async (world: string): Promise<void> => {
  await shelfOf(world).save(draftOf('draft-open', 'Trần Thị Mở'));
  await keepScan(world, { sha256: 'f'.repeat(64), draftId: 'draft-open', blob: new Blob(['%PDF-1.7 bản quét nháp'], { type: 'application/pdf' }) });
  keepList(world, {
    batchId: 'list-open', owner: OWNER, savedAt: STARTED, procedureName: birth.name, common: draftOf('list-common', 'Trưởng thôn Hợp Tiến'), own: [],
    rows: [{ ...newRow(() => 'row-1'), fullName: 'Lê Thị Hàng' }],
  });
  // read after what was kept before it
  await leftLists(world, OWNER);
};

export const readTyped = async (world: string): Promise<{ readonly plain: DatabaseFile; readonly lists: DatabaseFile }> =>
  ({ plain: await readDatabase(`motcua-${world}`), lists: await readDatabase(`motcua-lists-${world}`) });
