// The printed record of what a desk and a courier gave each other: made with the desk's act, under the record's own id.
import type { PoolClient } from 'pg';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { Desk } from '#core/organisation/organisation.ts';
import type { HandOverRecordPayload } from '#documents/hand-over-record/payload.ts';
import type { ActContext } from '../acts/act.ts';
import { insertIssuedPaper, takeNumber } from '../desk/save/desk-save.sql.ts';

export const issueCourierRecord = async (
  db: PoolClient, context: ActContext, recordId: string, { deskId, receivingUnitId }: Desk, payloadOf: (number: string) => HandOverRecordPayload,
): Promise<void> => {
  const { provinceId, now, accountId } = context;
  const number = formatPaperNumber('hand-over-record', await takeNumber(db, context, paperSeries('hand-over-record', receivingUnitId, dateOf(now))));
  await insertIssuedPaper(db, provinceId, deskId, { paperId: recordId, number, payload: payloadOf(number) }, now, accountId);
};
