// The law of November 2026: two tiers, the police's own slips, codes given by a ministry, delegation to the post.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('hatinh-2026');
  officer = await world.signIn('tiepnhan.kyxuan');
  clerk = await world.signIn('buudien.kyxuan');
}, 120_000);
afterAll(() => world.close());

const identity = { kind: 'identity-card-2024' as const, number: '042185001234' };
const applicant = {
  fullName: 'Nguyễn Thị Thử', identity, phone: '0912000001',
  address: { line: 'thôn Xuân Phú', communeName: 'xã Kỳ Xuân', provinceName: 'tỉnh Hà Tĩnh' },
};
const receive = async (code: string, caller: Caller = officer): Promise<DossierReceivedAnswer> => {
  const answer = await caller.send('POST', '/api/desk/dossiers', receiveCommand('ky-xuan', procedureIn('hatinh-2026', code), { parties: { applicant } }));
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<DossierReceivedAnswer>();
};

it('the code begins with the province', async () => {
  expect((await receive('1.004873')).code).toMatch(/^H27\.[\d.]+-261123-\d{4}$/);
});

it("residence gets the police's CT04, not form 01", async () => {
  const received = await receive('1.010038');
  expect(received.paperKind).toBe('residence-receipt');
  expect((await officer.get(`/api/papers/${received.paperId}.pdf`)).text.startsWith('%PDF-')).toBe(true);
});

it('where a ministry gives the code a provisional one is given, which uses up no number of ours', async () => {
  const before = await receive('1.004873');
  const linked = await receive('2.000986');
  expect(linked).toMatchObject({ codeIsProvisional: true, paperKind: 'provisional-slip' });
  expect(linked.code).toMatch(/^TAM-H27\./);
  const after = await receive('1.004873');
  expect(Number(after.code.slice(-4))).toBe(Number(before.code.slice(-4)) + 1);
});

it('under a written delegation the clerk receives by herself', async () => {
  const delegated = procedureIn('hatinh-2026', '1.002759');
  const received = await receive(delegated.code, clerk);
  expect(received.hands).toEqual({ receiverId: received.hands.receiverId, receiverName: received.hands.receiverName });
  const { fullName } = (await clerk.get('/api/me')).json<{ account: { fullName: string } }>().account;
  expect(received.hands.receiverName).toBe(fullName);
});
