// The counter prints a paper itself from what the server would print, and only a paper that it may see.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentFor, type PaperPayload } from '#documents/papers.ts';
import { printPaper } from '#server/papers/press.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Caller, servedWorld, type ServedWorld } from '#testing/served-world.ts';
import type { PaperPayloadView } from '#wire/papers.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

let world: ServedWorld;
let officer: Caller;
let paperId: string;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
  const received = await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', procedureIn('kybac-2019', '1.001193')));
  paperId = received.json<DossierReceivedAnswer>().paperId;
}, 120_000);
afterAll(() => world.close());

it('the payload, seal included, gives the file that the server prints', async () => {
  const { payload, printCount } = (await officer.get(`/api/papers/${paperId}/payload`)).json<PaperPayloadView>();
  expect(printCount).toBe(0);
  const served = await world.app.inject({ method: 'GET', url: `/api/papers/${paperId}.pdf`, headers: { cookie: officer.cookie ?? '' } });
  const own = await printPaper(documentFor(payload as unknown as PaperPayload));
  expect(Buffer.from(own).equals(served.rawPayload)).toBe(true);
});

it('a paper laid down before anybody knew the address is set with the one that is served, and is kept as it was', async () => {
  const stored = async () => (await world.database.pool.query<{ verify: string }>(`select payload->'tracking'->>'verify' as verify from motcua.issued_paper where paper_id = $1`, [paperId])).rows[0]?.verify;
  const set = async () => (await officer.get(`/api/papers/${paperId}/payload`)).json<PaperPayloadView>().payload;
  const served = await set();
  await world.database.migratorPool.query(`update motcua.issued_paper set payload = replace(payload::text, $2, 'http://localhost:65000/x/')::jsonb where paper_id = $1`, [paperId, await stored()]);
  expect(await stored()).toBe('http://localhost:65000/x/');
  expect(await set()).toEqual(served);
  expect(await stored()).toBe('http://localhost:65000/x/');
});

it('a paper of another desk, or of none, is not found; a stranger must sign in', async () => {
  expect((await (await world.signIn('buudien.kyphong')).get(`/api/papers/${paperId}/payload`)).status).toBe(404);
  expect((await officer.get(`/api/papers/${randomUUID()}/payload`)).status).toBe(404);
  expect((await world.anybody.get(`/api/papers/${paperId}/payload`)).status).toBe(401);
});

it('what was signed is that file and no other: it has no payload', async () => {
  await world.database.migratorPool.query(
    `insert into motcua.signed_file (province_id, subject, signature_no, role, sha256, signer_name, certificate_serial, service_id, signed_at, signed_by, signed_by_name)
     select a.province_id, 'paper:' || $1, 1, 'leader', repeat('a', 64), a.full_name, '1', 'test', now(), a.account_id, a.full_name
     from motcua.account a where a.login = 'tuphap.kybac'`,
    [paperId],
  );
  expect((await officer.get(`/api/papers/${paperId}/payload`)).status).toBe(404);
});
