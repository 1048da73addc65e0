// The receipt in force and the line of the register, as JSON of a statement whose $1 is the province.
import { RECEIPT_PAPERS } from '#core/dossier/supersede-receipt.ts';

const KINDS = RECEIPT_PAPERS.map((kind) => `'${kind}'`).join(', ');

export const receiptInForce = (dossierId: string): string => `
  (select jsonb_strip_nulls(jsonb_build_object('paperId', i.paper_id, 'number', i.number, 'issuedAt', i.issued_at, 'itemNumber', i.payload->>'itemNumber',
      'postage', (i.payload->>'postage')::bigint, 'sealNumber', i.payload->>'sealNumber', 'largePrint', (i.payload->>'largePrint')::boolean))
   from motcua.issued_paper i
   where i.province_id = $1 and i.dossier_id = ${dossierId} and i.kind in (${KINDS}) and i.superseded_at is null
   order by i.issued_at desc limit 1)`;

export const registerLine = (dossierId: string, deskId: string): string => `
  (select jsonb_build_object('period', e.year::text, 'number', e.number, 'volume', (
      select coalesce(max(b.volume), 1) from motcua.register_book b
      where b.province_id = $1 and b.series = 'register:' || e.desk_id and b.period = e.year::text and b.first_number <= e.number))
   from motcua.register_entry e where e.province_id = $1 and e.dossier_id = ${dossierId} and e.desk_id = ${deskId})`;
