// Papers of dossiers that ended without an outcome, on their way to this desk or waiting at it.
import type { z } from 'zod';
import type { Moment } from '#core/kernel/moment.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { papersToGiveView } from '#wire/give-back-papers.wire.ts';

export const papersToGiveAt = (views: readonly DossierView[], now: Moment): z.output<typeof papersToGiveView> => ({
  now,
  rows: views.flatMap(({ dossierId, code, procedure, parties, papersBack }) => {
    if (papersBack?.place !== 'on-the-way' && papersBack?.place !== 'at-desk') return [];
    const { cause, since, sentAt, recordNumber, place } = papersBack;
    return [{ dossierId, code, procedureName: procedure.name, applicantName: parties.applicant.fullName, cause, since, sentAt, recordNumber, counted: place === 'at-desk' }];
  }).sort((a, b) => ((a.sentAt ?? '') + a.code < (b.sentAt ?? '') + b.code ? -1 : 1)),
});
