import {
  type CompleteStepRefused, type Proposal, type StepCompleted, completeStep,
} from '#core/dossier/complete-step.ts';
import { type OfficeActor, seatsReaching } from '#core/dossier/office-work.ts';
import type { CompleteStepBody } from '#wire/complete-step.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { findColleague } from '../agency/office-reach.sql.ts';
import { fileIsKnown } from '../agency/office-file.sql.ts';
import { findProposal } from './complete-step.sql.ts';

type More = { readonly next?: OfficeActor; readonly proposal?: Proposal; readonly draftIsStored: boolean };

export const performCompleteStep = (office: Office) =>
  officeAct<CompleteStepBody, More, StepCompleted, CompleteStepRefused, object>(office, {
    name: 'complete-step',
    more: async (db, context, { body }, { dossier, reach }) => {
      const proposal = await findProposal(db, context.provinceId, dossier.dossierId);
      const nextId = body.result.kind === 'pass' ? body.result.nextAssigneeId : undefined;
      const found = nextId && await findColleague(db, context.provinceId, reach.rootUnitIds, nextId, context.now);
      const made = body.result.kind === 'pass' ? body.result.proposal : undefined;
      const draft = made?.kind === 'grant' ? made.draftFile : undefined;
      return {
        proposal,
        draftIsStored: draft !== undefined && await fileIsKnown(db, context, draft, dossier.dossierId),
        next: found ? { ...found, seats: seatsReaching(found.placed, dossier, dossier.agencyRootUnitId) } : undefined,
      };
    },
    decide: ({ body }, { dossier, actor, hours, more }, { now }) => completeStep(body, { dossier, actor, hours, now, ...more }),
    effect: async (_db, _context, _command, { finished, started }, { dossier }) => ({
      state: dossier.state,
      finish: finished,
      started,
      journal: {
        result: finished.result, to: started.step.name, assignee: started.assigneeName, note: finished.note,
        signedAs: finished.capacity && `${finished.capacity.prefix} ${finished.capacity.title}`.trim(),
        proposal: finished.proposal?.kind,
      },
      extra: {},
    }),
  });
