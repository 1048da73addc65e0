// Papers sent online, on a real database: dossiers that wait for them, the form as a browser sends it, and what was kept of it.
import type { Readable } from 'node:stream';
import { afterAll, beforeAll } from 'vitest';
import { type AnswerFields, type ChosenFile, MULTIPART, aPdf, aPhoto, answerForm } from './answer-form.ts';
import { type Answer, type ServedWorld, servedWorld } from './served-world.ts';
import { type TrackedParts, insertTracked } from './tracked-dossier.ts';

export const CARD = '183456789';
export const [BIRTH, NATIONALITY] = ['Giấy chứng sinh', 'Văn bản thỏa thuận của cha mẹ về việc chọn quốc tịch cho con'] as const;

export const onlineAnswers = () => {
  let opened: ServedWorld | undefined;
  const world = (): ServedWorld => {
    if (!opened) throw new Error('the world is not served yet');
    return opened;
  };
  beforeAll(async () => { opened = await servedWorld('kybac-2019'); }, 120_000);
  afterAll(() => world().close());

  const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world().database.pool.query(text, [...values])).rows as T[];
  let planted = 0;
  const asked = async (more: Partial<TrackedParts> = {}): Promise<{ readonly code: string; readonly id: string }> => {
    planted += 1;
    const code = `000.22.36.H27-191112-${String(7000 + planted)}`;
    return { code, id: await insertTracked(world().database.pool, { code, state: 'supplement-asked', ...more }) };
  };
  let callers = 0;
  const post = async (url: string, payload: string | Buffer | Readable, headers: Readonly<Record<string, string>>): Promise<Answer> => {
    callers += 1;
    const response = await world().app.inject({ method: 'POST', url, headers, payload, remoteAddress: `10.7.${Math.floor(callers / 250)}.${callers % 250}` });
    return { status: response.statusCode, headers: response.headers, text: response.body, json: () => response.json() };
  };
  const plain = (url: string, ma: string, so = '5678') => post(url, new URLSearchParams({ ma, so }).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
  /** A photo twice for the first paper, one file for the second. */
  const both = (): readonly ChosenFile[] => [{ field: 'giay-1', content: aPhoto() }, { field: 'giay-1', content: aPhoto() }, { field: 'giay-2', content: aPdf(), type: 'application/pdf' }];
  const send = (code: string, files: readonly ChosenFile[] = both(), more: Partial<AnswerFields> = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    post('/bo-sung/gui', answerForm({ ma: code, 'dinh-danh': CARD, ...more }, files), { ...MULTIPART, ...headers });
  const answersOf = (id: string) => sql<{ no: number; factor: string; decision: string | null; files: number; note: string | null; late: boolean }>(
    `select a.answer_no as no, a.factor, a.decision, a.note, a.is_late as late, (select count(*)::int from motcua.supplement_answer_file f
       where f.dossier_id = a.dossier_id and f.request_no = a.request_no and f.answer_no = a.answer_no) as files
     from motcua.supplement_answer a where a.dossier_id = $1 order by a.request_no, a.answer_no`, [id]);
  const rowOf = async (id: string) => (await sql<{ state: string; revision: number; waits: boolean; due: string }>(
    'select state, revision, answer_waits as waits, due_at as due from motcua.dossier where dossier_id = $1', [id]))[0];
  const actsOf = async (id: string) => (await sql<{ act: string }>('select act from motcua.journal where dossier_id = $1 order by recorded_at, seq', [id])).map((row) => row.act);
  const noticesOf = async (id: string) => (await sql<{ kind: string }>(
    `select payload->>'kind' as kind from motcua.outbox where dossier_id = $1 and topic = 'citizen-notice' order by outbox_id`, [id])).map((row) => row.kind);

  return { world, sql, asked, post, plain, both, send, answersOf, rowOf, actsOf, noticesOf };
};
