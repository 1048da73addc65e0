// The control slip as it stands now: made by the system's own traces, so no signatures are needed.
// @law TT 01/2018/TT-VPCP Mẫu số 05; TT 03/2025/TT-VPCP Mẫu số 06
import { randomUUIDv7 } from 'node:crypto';
import { lateness } from '#core/deadline/lateness.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { ok } from '#core/kernel/result.ts';
import { formVersionOn } from '#core/paper-form/form-versions.ts';
import type { ControlSlipPayload, ControlStep } from '#documents/control-slip/payload.ts';
import { ownerOf } from '#documents/kit/party-line.ts';
import type { Act } from '../../acts/act.ts';
import { type Agency, getAgency } from '../agency/agency.sql.ts';
import { type LoadedDossier, findOfficeDossiers } from '../agency/office-dossier.sql.ts';
import { headOf, trackingOf } from '../agency/office-papers.ts';
import { findOfficeReach } from '../agency/office-reach.sql.ts';
import { insertPaper } from '../agency/office-save.sql.ts';
import { type Movement, findMovements } from './control-slip.sql.ts';

type Command = { readonly dossierId: DossierId; readonly origin: string };
type Facts = { readonly dossier: LoadedDossier; readonly agency: Agency; readonly movements: readonly Movement[] };

const stepOf = (movement: Movement): ControlStep => ({
  giverUnit: movement.giverUnit, giverName: movement.giverName ?? undefined,
  takerUnit: movement.takerUnit, takerName: movement.takerName ?? undefined,
  at: movement.at ?? undefined, note: movement.note ?? undefined,
  result: movement.finishedAt && movement.dueAt ? lateness(dateOf(movement.finishedAt), movement.dueAt) : undefined,
});

export const performPrintControlSlip: Act<Command, Facts, Facts, never, { readonly paperId: string }> = {
  name: 'print-control-slip',
  load: async (db, { provinceId, accountId, now }, { dossierId }) => {
    const reach = await findOfficeReach(db, provinceId, accountId, now);
    const [dossier] = await findOfficeDossiers(db, provinceId, [dossierId], reach);
    return dossier && {
      dossier, agency: await getAgency(db, provinceId, dossier.agencyUnitId),
      movements: await findMovements(db, provinceId, dossierId),
    };
  },
  decide: (_command, facts) => ok(facts),
  save: async (db, { provinceId, accountId, now }, { origin }, { dossier, agency, movements }) => {
    const payload: ControlSlipPayload = {
      kind: 'control-slip', version: formVersionOn(agency.forms, 'control-slip', dateOf(now)), issuedAt: now, head: headOf({ agency, dossier }),
      tracking: trackingOf({ dossier, origin }), ownerName: ownerOf(dossier.parties).fullName,
      procedureName: dossier.procedureName, agencyName: agency.name,
      receivedAt: dossier.receivedAt, dueAt: dossier.due?.due, steps: movements.map(stepOf),
    };
    const paperId = randomUUIDv7();
    await insertPaper(db, provinceId, { paperId, dossierId: dossier.dossierId, deskId: dossier.deskId, payload }, now, accountId);
    return {
      answer: { paperId }, chain: `unit:${dossier.agencyRootUnitId}`, outbox: [],
      journal: [{ act: 'print-control-slip', dossierId: dossier.dossierId, data: { code: dossier.code } }],
    };
  },
};
