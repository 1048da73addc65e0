import { foldedWords } from '#core/kernel/fold.ts';
import { codeInAddress } from '#core/numbering/scanned-code.ts';
import { officeFindQuery, officeFoundView } from '#wire/office-inbox.wire.ts';
import { type App, type Deps, requireActor } from '../../http/route.ts';
import { findOfficeReach } from '../agency/office-reach.sql.ts';
import { OFFICE_ROLES } from '../agency/office-route.ts';
import { findInAgencyByCode, findInAgencyByIdentity, findInAgencyByName } from './find-dossiers.sql.ts';

/** A scanned receipt gives its QR's address; a reader of barcodes gives the code. */
const codeIn = (typed: string): string => codeInAddress(typed) ?? typed.toUpperCase();
const looksLikeCode = (typed: string): boolean => /\/[qx]\//.test(typed) || (/^[A-Za-z0-9.-]+$/.test(typed) && /\d/.test(typed));

export const findInAgencyRoute = (app: App, deps: Deps): void => {
  app.get('/api/office/find', {
    config: { roles: OFFICE_ROLES },
    schema: { summary: 'Tìm hồ sơ của cơ quan', querystring: officeFindQuery, response: { 200: officeFoundView } },
  }, async (request) => {
    const { provinceId, accountId } = requireActor(request);
    const { pool } = deps;
    const { q } = request.query;
    const now = deps.clock.businessNow();
    const reach = await findOfficeReach(pool, provinceId, accountId, now);
    const words = foldedWords(q);
    const byNumber = /^(?:\d{9}|\d{12})$/.test(q) ? await findInAgencyByIdentity(pool, provinceId, reach, q) : [];
    const byCode = byNumber.length === 0 && looksLikeCode(q) ? await findInAgencyByCode(pool, provinceId, reach, codeIn(q)) : [];
    const found = [...byNumber, ...byCode];
    const byName = found.length === 0 && !looksLikeCode(q) && words.length > 0 ? await findInAgencyByName(pool, provinceId, reach, words) : [];
    return { now, rows: [...found, ...byName] };
  });
};
