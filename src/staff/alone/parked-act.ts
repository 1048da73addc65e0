// What was refused, opened again as it was sent: a reception as a draft, any other act in its own dialog.
import type { z } from 'zod';
import { dateOf } from '#core/kernel/moment.ts';
import { acceptOutcomeCommand } from '#wire/accept-outcome.wire.ts';
import { type BagHandedOver, bagHandedOver, handOverFilledBagCommand } from '#wire/bags.wire.ts';
import { cancelEntryCommand } from '#wire/cancel-entry.wire.ts';
import { certifyCopiesCommand } from '#wire/certify-copies.wire.ts';
import { forwardDossiersCommand } from '#wire/forward-dossiers.wire.ts';
import { giveGuidanceCommand } from '#wire/give-guidance.wire.ts';
import { acceptPapersCommand, giveBackPapersCommand } from '#wire/give-back-papers.wire.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import { receiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import { receiveSupplementCommand } from '#wire/receive-supplement.wire.ts';
import { refuseReceptionCommand } from '#wire/refuse-reception.wire.ts';
import { returnOutcomeCommand } from '#wire/return-outcome.wire.ts';
import { supersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import { withdrawDossierCommand } from '#wire/withdraw-dossier.wire.ts';
import type { AnyBefore, Before, PutRightAct } from '../counter/put-right/putting-right.ts';
import { draftOfCommand } from '../counter/receive-dossier/draft-of-command.ts';
import type { ReceiveDraft } from '../counter/receive-dossier/draft.ts';
import { sectionOf } from '../counter/receive-dossier/section-of.ts';
import type { OutboxRow } from '../offline/counter-db.ts';
import type { Reference } from '../offline/reference.ts';
import { findPaper, openQueued, type Stored } from '../offline/store.ts';
import { isOwn, mayCorrect, rowsWaiting } from './queue-ways.ts';

type Parked = { readonly row: OutboxRow; readonly command: OfflineCommand; readonly answer: unknown };

const findParked = async (stored: Stored, commandId: string): Promise<Parked | undefined> => {
  const rows = await rowsWaiting(stored.db);
  const row = rows.find((one) => one.commandId === commandId);
  if (!row || !mayCorrect(row, rows)) return undefined;
  const queued = await openQueued(stored, row);
  return (await isOwn(stored, queued)) ? { row, command: queued.command, answer: queued.answer } : undefined;
};

/** The refused reception as a draft: its boxes as they were sent, its reason beside them. */
export const correctionOf = async (
  stored: Stored, reference: Reference | undefined, commandId: string, begun: Pick<ReceiveDraft, 'key' | 'owner' | 'startedAt'>,
): Promise<ReceiveDraft | undefined> => {
  const parked = await findParked(stored, commandId);
  if (parked?.row.act !== 'receive-dossier' || !reference) return undefined;
  const { row, command } = parked;
  const body = receiveDossierCommand.parse(command.body);
  const procedure = reference.procedureOn(body.procedureCode, dateOf(command.madeAt));
  if (!procedure) return undefined;
  const fieldErrors = row.refusal?.fieldErrors ?? [];
  const [first] = fieldErrors;
  return {
    ...draftOfCommand(body, procedure, begun),
    section: first ? sectionOf(first.path) : row.refusal?.code === 'papers-missing' ? 'papers' : 'applicant',
    corrects: { commandId, code: command.printed?.code ?? '', paperId: command.printed?.paperId ?? '', text: row.refusal?.text ?? '', fieldErrors },
  };
};

const SCHEMAS: { readonly [A in PutRightAct]: z.ZodType<Before<A>['body'], unknown> } = {
  'cancel-entry': cancelEntryCommand, 'supersede-receipt': supersedeReceiptCommand, 'receive-supplement': receiveSupplementCommand,
  'return-outcome': returnOutcomeCommand, 'withdraw-dossier': withdrawDossierCommand, 'accept-papers-back': acceptPapersCommand,
  'give-back-papers': giveBackPapersCommand, 'forward-dossiers': forwardDossiersCommand, 'accept-outcome': acceptOutcomeCommand,
  'give-guidance': giveGuidanceCommand, 'refuse-reception': refuseReceptionCommand, 'certify-copies': certifyCopiesCommand, 'hand-over-filled-bag': handOverFilledBagCommand,
};
const isInDialog = (act: OutboxRow['act']): act is PutRightAct => Object.hasOwn(SCHEMAS, act);

export type ParkedAct = {
  readonly before: AnyBefore;
  readonly dossierIds: readonly string[];
  readonly handOverId?: string;
  readonly text: string;
  readonly printed: boolean;
  /** As its label and record say. */
  readonly bag?: Pick<BagHandedOver, 'label' | 'recordNumber'>;
};

/** Undefined: it waits for nobody here any more, or an older release wrote what this one cannot read. */
export const parkedAct = async (stored: Stored, commandId: string): Promise<ParkedAct | undefined> => {
  const parked = await findParked(stored, commandId);
  if (!parked || !isInDialog(parked.row.act)) return undefined;
  const { row: { act, dossierIds, refusal }, command, answer } = parked;
  const body = SCHEMAS[act].safeParse(command.body);
  if (!body.success) return undefined;
  const paperId = command.printed?.paperId;
  return {
    before: { commandId, act, madeAt: command.madeAt, body: body.data, fieldErrors: refusal?.fieldErrors ?? [] } as AnyBefore,
    dossierIds, handOverId: command.handOverId, text: refusal?.text ?? '',
    // a certification names a paper also where none was asked for
    printed: paperId !== undefined && (await findPaper(stored, paperId)) !== undefined,
    ...(act === 'hand-over-filled-bag' && { bag: bagHandedOver.parse(answer) }),
  };
};
