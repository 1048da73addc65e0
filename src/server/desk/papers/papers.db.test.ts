// A legal paper has one original; every further print stands in the journal and says on itself what it is.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

let world: ServedWorld;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
}, 120_000);
afterAll(() => world.close());

const receive = async (): Promise<DossierReceivedAnswer> =>
  (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', procedureIn('kybac-2019', '1.001193')))).json<DossierReceivedAnswer>();
const print = (paperId: string): Promise<Answer> => officer.get(`/api/papers/${paperId}.pdf?print=yes`);
const reprint = (paperId: string): Promise<Answer> => officer.send('POST', `/api/papers/${paperId}/reprint`, {});
const printsOf = async (dossierId: string): Promise<number | undefined> =>
  (await officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>().issuedPapers[0]?.printCount;

it('the second print is refused until it stands in the journal, and the refusal says what to press', async () => {
  const { paperId, dossierId } = await receive();
  expect((await print(paperId)).status).toBe(200);
  const refused = await print(paperId);
  expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'reprint-needed']);
  expect(refused.json<Problem>().detail).toContain('“In lại”');
  expect(await printsOf(dossierId)).toBe(1);
  expect((await reprint(paperId)).json()).toMatchObject({ printCount: 2 });
  expect((await print(paperId)).status).toBe(200);
  expect((await print(paperId)).status).toBe(409);
  expect(await printsOf(dossierId)).toBe(2);
});

it('a look is no print, however often', async () => {
  const { paperId, dossierId } = await receive();
  for (let i = 0; i < 3; i += 1) expect((await officer.get(`/api/papers/${paperId}.pdf`)).status).toBe(200);
  expect(await printsOf(dossierId)).toBe(0);
});

it('one line of the journal gives one print, also of a paper that was never printed', async () => {
  const { paperId } = await receive();
  await reprint(paperId);
  expect((await print(paperId)).status).toBe(200);
  expect((await print(paperId)).status).toBe(409);
});

it('of prints at once one is the original', async () => {
  const { paperId } = await receive();
  const answers = await Promise.all([print(paperId), print(paperId), print(paperId)]);
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
});
