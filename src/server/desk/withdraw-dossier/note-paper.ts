// The note of papers given back at the desk, numbered by the unit that receives there.
import type { PoolClient } from 'pg';
import type { DeskHands } from '#core/dossier/dossier.ts';
import type { PapersGivenBack, PapersTaken } from '#core/dossier/way-back.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { papersBackSlip } from '#documents/slips/papers-back-slip.ts';
import type { WithdrawalNotePayload } from '#documents/withdrawal-note/payload.ts';
import type { ActContext } from '../../acts/act.ts';
import type { OneCall } from '../save/desk-act.ts';
import type { LockedDossier } from '../save/desk-dossier.sql.ts';
import { takeNumber } from '../save/desk-save.sql.ts';

type Why = { readonly askedAt: Moment; readonly reason: string; readonly feeNote?: string };

export const notePaper = async (
  db: PoolClient, context: ActContext, { place, actor, origin }: OneCall<unknown>, dossier: LockedDossier, hands: DeskHands,
  back: { readonly taken: PapersTaken; readonly given: PapersGivenBack }, why: Why,
): Promise<{ readonly number: string; readonly payload: WithdrawalNotePayload }> => {
  const number = await takeNumber(db, context, paperSeries('withdrawal-note', place.desk.receivingUnitId, dateOf(context.now)));
  return {
    number: formatPaperNumber('withdrawal-note', number),
    payload: papersBackSlip({ place, actor, hands, dossier, number, now: context.now, origin, supersedes: context.offline?.supersedes, ...why }, back.taken, back.given),
  };
};
