// Bảng kê: one paper for one person who brought many, each with its own code and due moment.
import { randomUUIDv7 } from 'node:crypto';
import type { ActRefused } from '#core/dossier/life.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { ok } from '#core/kernel/result.ts';
import { partyLineOf, ownerOf } from '#documents/kit/party-line.ts';
import type { BatchListPayload } from '#documents/batch-list/payload.ts';
import { deskHead, representationText, returnPlaceOf } from '#documents/slips/slip-parts.ts';
import type { BatchListedAnswer } from '#wire/batch.wire.ts';
import type { Act } from '../../acts/act.ts';
import type { DeskCall } from '../facts/desk-route.ts';
import { insertIssuedPaper, takeNumber } from '../save/desk-save.sql.ts';
import { type BatchRow, findBatch, markList } from './batch.sql.ts';

export type ListBatchCall = DeskCall & { readonly batchId: string };

export const listBatchAct = (): Act<ListBatchCall, readonly BatchRow[], readonly BatchRow[], ActRefused, BatchListedAnswer> => ({
  name: 'list-batch',
  load: async (db, { provinceId }, { batchId, place }) => {
    const rows = await findBatch(db, provinceId, [place.desk.deskId], batchId);
    return rows.length === 0 ? undefined : rows;
  },
  decide: (_call, rows) => ok(rows),
  save: async (db, context, { batchId, place, origin }, rows) => {
    const { provinceId, accountId, now } = context;
    const first = rows[0];
    if (!first) throw new Error('an empty batch');
    const { desk } = place;
    const number = await takeNumber(db, context, { series: `paper:batch-list:${desk.receivingUnitId}`, period: dateOf(now).slice(0, 4) });
    const numberText = `${String(number).padStart(2, '0')}/BK`;
    const payload: BatchListPayload = {
      kind: 'batch-list', version: 'v1', issuedAt: now, head: deskHead(place), number: numberText,
      applicant: partyLineOf(first.parties.applicant), receivedAt: first.receivedAt,
      lines: rows.map((row) => ({
        code: row.code, ownerName: ownerOf(row.parties).fullName, procedureName: row.procedureName, paperCount: row.paperCount,
        dueAt: row.dueAt ?? undefined, representation: representationText(row.parties),
      })),
      returnPlace: returnPlaceOf(first.wish, desk, ownerOf(first.parties)), trackingUrl: `${origin}/tra-cuu`, verify: `${origin}/x/`,
      hands: { receiverName: first.receiverName, assistantName: first.assistantName ?? undefined },
    };
    const paperId = randomUUIDv7();
    await insertIssuedPaper(db, provinceId, desk.deskId, { paperId, number: numberText, payload }, now, accountId);
    await markList(db, provinceId, desk.deskId, batchId, paperId, now);
    return {
      answer: { batchId, paperId, number: numberText, dossierCount: rows.length },
      chain: `desk:${desk.deskId}`,
      journal: [{ act: 'list-batch', data: { batchId, number: numberText, codes: rows.map((row) => row.code) } }],
      outbox: [],
    };
  },
});
