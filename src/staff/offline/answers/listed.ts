// A dossier of the store as one line of a list.
import { addWorkingDays } from '#core/deadline/working-time.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { rowOf } from '#wire/answers/dossier-row.ts';
import type { DossierRow } from '#wire/dossier-parts.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Reference } from '../reference.ts';

export const listed = (view: DossierView, { calendar }: Reference, now: Moment): DossierRow => rowOf({
  dossierId: view.dossierId, code: view.code, codeIsProvisional: view.codeIsProvisional, procedureCode: view.procedure.code,
  procedureName: view.procedure.name, applicantName: view.parties.applicant.fullName, ownerName: view.parties.owner?.fullName ?? null,
  deskId: view.deskId, agencyUnitId: view.agencyUnitId, agencyName: view.agencyName, state: view.state, receivedAt: view.receivedAt,
  dueAt: view.due?.due ?? null, returnWish: view.returnWish.kind, batchId: view.batchId ?? null, revision: view.revision,
  paperCount: view.papers.filter((line) => !line.shownOnly && line.form !== 'e-copy').reduce((sum, line) => sum + line.count, 0),
}, now, addWorkingDays(calendar, dateOf(now), 1));
