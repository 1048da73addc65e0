import { randomUUIDv7 } from 'node:crypto';
import type { Pool } from 'pg';
import { scansOf } from '#core/dossier/check-papers.ts';
import { type CertifyRefusal, type CopiesCertified, certifyCopies } from '#core/dossier/certify-copies.ts';
import type { ActRefused } from '#core/dossier/life.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { refuse } from '#core/kernel/result.ts';
import { certificationSeries } from '#core/numbering/series.ts';
import { certificationAnswer } from '#wire/answers/certification-answer.ts';
import type { CertifyCopiesCommand, CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import type { OneStatementAct } from '../../acts/perform-in-one-statement.ts';
import type { DeskFacts } from '../facts/desk-facts.ts';
import type { DeskCall } from '../facts/desk-route.ts';
import { newMarks } from '../receive-dossier/marks.ts';
import { type CachedReceiveFacts, receiveFactsOf } from '../receive-dossier/receive-dossier.act.ts';
import { ensureChain, findEnteredAs, findExisting, isSeriesClosed } from '../receive-dossier/receive-dossier.sql.ts';
import { certificationValues } from './certification-values.ts';
import { saveCertifiedCopies } from './certify-copies.sql.ts';

export type CertifyCall = Omit<DeskCall, 'context'> & { readonly command: CertifyCopiesCommand };

export const certifyCopiesAct = (
  pool: Pool, facts: DeskFacts,
): OneStatementAct<CertifyCall, CachedReceiveFacts & { readonly bookClosed?: boolean }, CopiesCertified, CertifyRefusal | ActRefused, CopiesCertifiedAnswer> => ({
  name: 'resolve-at-desk',
  load: async (context, call, again) => {
    const { deskId, dossierId, lines, lateEntry } = call.command;
    const known = await receiveFactsOf(pool, facts, call, context, scansOf(lines), { again });
    if (!again) return known;
    await ensureChain(pool, context.provinceId, `desk:${deskId}`);
    const filed = await findExisting(pool, context.provinceId, dossierId);
    const book = known?.transfer && certificationSeries('SCT/BS', known.transfer.agencyUnitId, dateOf(lateEntry?.receivedAt ?? context.now));
    const enteredAs = lateEntry && await findEnteredAs(pool, context.provinceId, deskId, lateEntry);
    const bookClosed = book !== undefined && await isSeriesClosed(pool, context.provinceId, book);
    return known && (filed === undefined || filed.deskId === deskId) ? { ...known, filed, enteredAs, bookClosed } : undefined;
  },
  decide: ({ command }, known) => known.filed
    ? refuse({ kind: 'act-not-possible', act: 'resolve-at-desk', state: known.filed.state })
    : certifyCopies(command, { ...known, signers: known.place.signers }),
  save: async (db, context, call, done, known) => {
    const marks = newMarks();
    const answer = certificationAnswer(call.command, done, context.now, marks.code, done.printsReceipt ? randomUUIDv7() : undefined);
    const values = certificationValues(context, { ...call, place: known.place }, done, known.contentHash, marks, answer);
    return (await saveCertifiedCopies(db, values)) ?? 'facts-changed';
  },
});
