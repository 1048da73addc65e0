import { randomUUIDv7 } from 'node:crypto';
import { NO_CHANGE } from '#core/custody/change.ts';
import { outcomeCame } from '#core/custody/dossier-things.ts';
import { atAgency } from '#core/custody/thing.ts';
import {
  type Approval, type OutcomeRecorded, type RecordOutcomeRefused, outcomeNumber, recordOutcome,
} from '#core/dossier/record-outcome.ts';
import type { RecordOutcomeBody } from '#wire/record-outcome.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { fileIsKnown } from '../agency/office-file.sql.ts';
import { takeNumber } from '../agency/office-save.sql.ts';
import { insertOutcome } from '../agency/outcome.sql.ts';
import { carryDraftSignatures, draftIsSigned } from '../../signing/draft.sql.ts';
import { findApproval } from './record-outcome.sql.ts';

type More = { readonly approval?: Approval; readonly fileIsStored: boolean; readonly fileIsSigned: boolean };

export const performRecordOutcome = (office: Office) =>
  officeAct<RecordOutcomeBody, More, OutcomeRecorded, RecordOutcomeRefused, { readonly number: string; readonly outcomeNo: number }>(office, {
    name: 'record-outcome',
    more: async (db, context, { body, dossierId }) => ({
      approval: await findApproval(db, context.provinceId, dossierId),
      fileIsStored: body.file !== undefined && await fileIsKnown(db, context, body.file, dossierId),
      fileIsSigned: body.file !== undefined && await draftIsSigned(db, context.provinceId, dossierId, body.file),
    }),
    decide: ({ body }, { dossier, actor, more }, { now }) => recordOutcome(body, { dossier, actor, now, ...more }),
    effect: async (db, context, { body }, { approval, series, year, awaitsSeal }, { dossier }) => {
      const number = outcomeNumber(await takeNumber(db, context.provinceId, { series, period: year }), body.symbol);
      const outcomeNo = await insertOutcome(db, context, dossier.dossierId, {
        kind: 'outcome', name: body.name, number, file: body.file, hasPaper: body.hasPaper, signer: approval, sealsDigitally: awaitsSeal,
      });
      if (body.file !== undefined) await carryDraftSignatures(db, context.provinceId, dossier.dossierId, body.file, outcomeNo);
      return {
        state: 'outcome-recorded',
        finish: { result: 'issued', note: `${body.name} số ${number}` },
        journal: { name: body.name, number, signedBy: approval.name, file: body.file, hasPaper: body.hasPaper, ...(awaitsSeal && { awaitsSeal }), note: `${body.name} số ${number}` },
        custody: body.hasPaper
          ? outcomeCame({ dossierId: dossier.dossierId, name: body.name, number }, atAgency(dossier.agencyUnitId), custodyStamp(context)) : NO_CHANGE,
        notice: { kind: 'outcome-recorded' },
        // whoever brings it home is told as the citizen is
        outbox: body.hasPaper && dossier.wishedAtHome ? [{ outboxId: randomUUIDv7(), topic: 'carrier-result', dossierId: dossier.dossierId, payload: {} }] : [],
        extra: { number, outcomeNo },
      };
    },
  });
