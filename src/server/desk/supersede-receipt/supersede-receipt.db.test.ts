// A receipt under the wrong procedure is put right by one under the right procedure: agency, clock, papers and money follow.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const abroad = procedureIn('kybac-2019', '2.000528'); // decided by the district
const noLimit = procedureIn('kybac-2019', '1.001731');

let world: ServedWorld;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
}, 120_000);
afterAll(() => world.close());

const receive = async (): Promise<DossierReceivedAnswer> => {
  const answer = await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth));
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<DossierReceivedAnswer>();
};
const supersede = (dossierId: string, procedure: typeof birth, revision: number, more: object = {}): Promise<Answer> => {
  const { procedureCode, procedureVersion, caseId, parties, answers, papers, fees } = receiveCommand('ky-bac', procedure);
  return officer.send('POST', `/api/desk/dossiers/${dossierId}/supersede-receipt`, {
    deskId: 'ky-bac', revision, reason: 'Cha là người nước ngoài', procedureCode, procedureVersion, caseId, parties, answers, papers, fees, ...more,
  });
};
const viewOf = async (dossierId: string): Promise<DossierView> => (await officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();

it('the dossier goes to the agency of the right procedure, due by its limit, with its papers, under the old code', async () => {
  const before = await receive();
  const answer = await supersede(before.dossierId, abroad, 1);
  expect(answer.status).toBe(200);
  const after = answer.json<DossierReceivedAnswer>();
  expect(after.code).toBe(before.code);
  expect(after.due?.due).not.toBe(before.due?.due);
  const view = await viewOf(before.dossierId);
  expect(view).toMatchObject({
    procedure: { code: abroad.code }, caseId: abroad.cases[0]?.caseId, agencyUnitId: 'huyen-ky-anh', due: { due: after.due?.due }, receivedAt: before.receivedAt,
  });
  const asked = new Set(abroad.cases[0]?.checklist.map((item) => item.name));
  expect(view.papers.every((paper) => asked.has(paper.name))).toBe(true);
  expect(view.issuedPapers.find((paper) => paper.paperId === after.paperId)?.supersedesPaperId).toBe(before.paperId);
  expect(view.issuedPapers.find((paper) => paper.paperId === before.paperId)?.supersededAt).toBeDefined();
});

it.each([
  ['without what the right procedure asks for is not given', abroad, { answers: {} }, 'fields-invalid'],
  ['without the papers of the right procedure is not given', abroad, { papers: [] }, 'papers-missing'],
  ['for a procedure with no known time limit is not given', noLimit, {}, 'time-limit-unknown'],
])('a receipt %s, and the old one stays in force', async (_what, procedure, more, kind) => {
  const { dossierId, paperId } = await receive();
  expect((await supersede(dossierId, procedure, 1, more)).json<Problem>().code).toBe(kind);
  const view = await viewOf(dossierId);
  expect(view.procedure.code).toBe(birth.code);
  expect(view.issuedPapers).toMatchObject([{ paperId }]);
});

it('on its way to one agency it does not turn to another', async () => {
  const { dossierId } = await receive();
  await officer.send('POST', '/api/desk/hand-overs', {
    handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId, revision: 1, paperCount: 2 }],
  });
  expect((await supersede(dossierId, abroad, 2)).json<Problem>().code).toBe('other-agency');
});
