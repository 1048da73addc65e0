// The Word file of a notice is opened by whom the paper itself is opened, and by no one else.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PaperPayload } from '#documents/papers.ts';
import { lostReceipt, refusalAtDesk } from '#documents/samples/notices.ts';
import { type Caller, servedWorld, type ServedWorld } from '#testing/served-world.ts';
import { zipEntries } from '#testing/zip-entries.ts';

let world: ServedWorld;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
}, 120_000);
afterAll(() => world.close());

const keep = async (deskId: string, payload: PaperPayload): Promise<string> => {
  const paperId = randomUUID();
  await world.database.migratorPool.query(
    `insert into motcua.issued_paper (province_id, paper_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
     select a.province_id, $1, $2, $3, $4, '4', $5, now(), a.account_id from motcua.account a where a.login = 'tuphap.kybac'`,
    [paperId, deskId, payload.kind, payload.version, JSON.stringify(payload)],
  );
  return `/api/papers/${paperId}.docx`;
};

it('an officer takes the text of her desk’s refusal to edit, and that is no print', async () => {
  const path = await keep('ky-bac', refusalAtDesk);
  const answer = await world.app.inject({ method: 'GET', url: path, headers: { cookie: officer.cookie ?? '' } });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']);
  expect(answer.headers['content-disposition']).toBe('attachment; filename="refusal-notice.docx"');
  expect(zipEntries(answer.rawPayload).get('word/document.xml')?.toString('utf8')).toContain('PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ');
  const { rows } = await world.database.migratorPool.query<{ printCount: number }>('select print_count as "printCount" from motcua.issued_paper where paper_id = $1', [path.slice(12, 48)]);
  expect(rows[0]?.printCount).toBe(0);
});

it('a notice of another desk is not found', async () => {
  expect((await officer.get(await keep('ky-phong', refusalAtDesk))).status).toBe(404);
});

it('a paper that nobody words has no Word file', async () => {
  expect((await officer.get(await keep('ky-bac', lostReceipt))).status).toBe(404);
});

it('the postal clerk and a stranger get none', async () => {
  const path = await keep('ky-bac', refusalAtDesk);
  expect((await (await world.signIn('buudien.kybac')).get(path)).status).toBe(403);
  expect((await world.anybody.get(path)).status).toBe(401);
});
