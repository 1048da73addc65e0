// The address on a receipt is the province's, not the one by which somebody happened to call the server.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { settings: { publicUrl: 'https://{world}.hatinh.gov.vn' } });
}, 120_000);
afterAll(() => world.close());

it('is the address that was set, whatever host is named in the request', async () => {
  const officer = await world.signIn('tuphap.kybac');
  const { paperId, code } = (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', procedureIn('kybac-2019', '1.001193')), { host: 'lua-dao.example' })).json<DossierReceivedAnswer>();
  const { rows } = await world.database.pool.query<{ payload: { tracking: { url: string } } }>('select payload from motcua.issued_paper where paper_id = $1', [paperId]);
  expect(rows[0]?.payload.tracking.url).toBe(`https://kybac-2019.hatinh.gov.vn/q/${code}`);
  expect(JSON.stringify(rows)).not.toContain('lua-dao');
});
