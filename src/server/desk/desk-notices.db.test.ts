// What the desk says in writing before any reception: guidance and refusal.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { GuidanceGivenAnswer } from '#wire/give-guidance.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { ReceptionRefusedAnswer } from '#wire/refuse-reception.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const caseId = birth.cases[0]?.caseId ?? '';

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
  clerk = await world.signIn('buudien.kybac');
}, 120_000);
afterAll(() => world.close());

const guide = (more: object) => clerk.send('POST', '/api/desk/guidance', {
  guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, caseId, missing: [], ...more,
});
const paperOf = async (paperId: string): Promise<{ kind: string; text: string }> => {
  const { rows } = await world.database.pool.query<{ kind: string }>('select kind from motcua.issued_paper where paper_id = $1', [paperId]);
  return { kind: rows[0]?.kind ?? '', text: (await clerk.get(`/api/papers/${paperId}.pdf`)).text };
};

it('somebody who only asks gets the whole checklist on a guidance slip, kept and numbered', async () => {
  const answer = (await guide({ personName: 'Lê Thị Hỏi' })).json<GuidanceGivenAnswer>();
  expect(answer.number).toBe('01/HD');
  const paper = await paperOf(answer.paperId);
  expect([paper.kind, paper.text.startsWith('%PDF-')]).toEqual(['guidance-slip', true]);
  const { rows } = await world.database.pool.query('select kind, person_name from motcua.guidance where guidance_id = $1', [answer.guidanceId]);
  expect(rows).toEqual([{ kind: 'guidance', person_name: 'Lê Thị Hỏi' }]);
});

it('with papers on the counter the list of what is missing is complete, whatever was typed', async () => {
  const brought = [{ itemId: 'declaration', form: 'original', count: 1 }];
  const missing = [{ itemId: 'birth-paper', name: 'x', original: 9, certifiedCopy: 9, plainCopy: 9, reason: 'Giấy mờ' }, { name: 'Sổ tạm trú', original: 1, certifiedCopy: 0, plainCopy: 0 }];
  const answer = (await guide({ brought, missing })).json<GuidanceGivenAnswer>();
  expect(answer.missing.map(({ name, original, reason }) => [name, original, reason])).toEqual([
    ['Giấy chứng sinh', 1, 'Giấy mờ'],
    ['Giấy chứng minh nhân dân, hộ chiếu hoặc giấy tờ khác có dán ảnh còn giá trị sử dụng của người yêu cầu', 1, undefined],
    ['Sổ hộ khẩu hoặc giấy tờ chứng minh nơi cư trú', 1, undefined],
    ['Sổ tạm trú', 1, undefined],
  ]);
  expect((await paperOf(answer.paperId)).kind).toBe('supplement-request');
});

it('nothing missing is no guidance', async () => {
  const brought = (birth.cases[0]?.checklist ?? []).map((item) => ({ itemId: item.itemId, form: 'original', count: 1 }));
  expect((await guide({ brought })).json<Problem>().code).toBe('nothing-missing');
  expect((await guide({ caseId: 'khong-co' })).json<Problem>().code).toBe('case-unknown');
});

const refusal = {
  deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Nguyễn Văn Bị', address: 'xã Kỳ Bắc',
  reason: 'Người yêu cầu không có quyền yêu cầu đăng ký khai sinh.', ground: 'Điều 15 Luật Hộ tịch 60/2014/QH13',
};

it('reception is refused by the officer, with its ground, on form 03', async () => {
  const answer = (await officer.send('POST', '/api/desk/refusals', { refusalId: randomUUID(), ...refusal })).json<ReceptionRefusedAnswer>();
  expect(answer.number).toBe('01/TCHS');
  expect((await paperOf(answer.paperId)).kind).toBe('refusal-notice');
});

it('a postal clerk never refuses by herself; with the officer beside her he does', async () => {
  const alone = await clerk.send('POST', '/api/desk/refusals', { refusalId: randomUUID(), ...refusal });
  expect(alone.json<Problem>().code).toBe('confirmation-needed');
  expect((await clerk.send('POST', '/api/desk/refusals', { refusalId: randomUUID(), ...refusal, confirmation: { by: 'present-officer' } })).json<Problem>().code).toBe('officer-not-present');
  await clerk.send('POST', '/api/desk/officer-presence', { login: 'tuphap.kybac', pin: '246810' });
  const together = await clerk.send('POST', '/api/desk/refusals', { refusalId: randomUUID(), ...refusal, confirmation: { by: 'present-officer' } });
  expect(together.status).toBe(201);
  const { rows } = await world.database.pool.query<{ data: { receiverName: string; assistantName: string } }>(
    `select body::jsonb->'data' as data from motcua.journal where act = 'refuse-reception' order by seq desc limit 1`);
  expect(rows[0]?.data).toMatchObject({ receiverName: 'Trần Văn Trúc', assistantName: 'Nguyễn Thị Sen' });
});
