import { addWorkingDays } from '#core/deadline/working-time.ts';
import { foldedWords } from '#core/kernel/fold.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { parseItemNumber } from '#core/numbering/item-number.ts';
import { codeIn, kindOf } from '#core/numbering/typed-search.ts';
import { rowOf } from '#wire/answers/dossier-row.ts';
import { type FoundDossiersView, findDossiersQuery, foundDossiersView } from '#wire/find-dossiers.wire.ts';
import { itemNumberWords } from '#wire/refusals/carriers.ts';
import { notFound } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskOf } from '../facts/desk-route.ts';
import { PAGE, findByCode, findByIdentity, findByItem, findByName } from './find-dossiers.sql.ts';

export const findDossiersRoute = (app: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId }, clock, facts } = deps;
  app.get('/api/desk/find', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Tìm hồ sơ tại quầy', querystring: findDossiersQuery, response: { 200: foundDossiersView } },
  }, async (request): Promise<FoundDossiersView> => {
    const { q, page } = request.query;
    const now = clock.businessNow();
    const desk = deskOf(request, request.query.deskId);
    const place = await facts.place(desk, dateOf(now));
    if (!place) throw notFound();
    const where = { provinceId, deskId: desk, page };
    let foundBy = kindOf(q);
    const item = foundBy === 'item' ? parseItemNumber(q) : undefined;
    if (item && !item.ok) return { foundBy: 'item', wrong: itemNumberWords(item.refusal), page, hasMore: false, dossiers: [] };
    const words = foldedWords(q);
    let rows = item ? await findByItem(pool, where, item.value) : foundBy === 'code' ? await findByCode(pool, where, codeIn(q))
      : foundBy === 'identity' ? await findByIdentity(pool, where, q.trim())
        : words.length > 0 ? await findByName(pool, where, words) : [];
    // a passport, or an identity paper of another shape, looks like the end of a code
    if (rows.length === 0 && foundBy === 'code') {
      foundBy = 'identity';
      rows = await findByIdentity(pool, where, codeIn(q));
    }
    const nextWorkingDay = addWorkingDays(place.calendar.compiled, dateOf(now), 1);
    return { foundBy, page, hasMore: rows.length > PAGE, dossiers: rows.slice(0, PAGE).map((row) => rowOf(row, now, nextWorkingDay)) };
  });
};
