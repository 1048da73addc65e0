// Row after row, each under its own key; a cut line stops the run, and going on sends only what is not done.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dossierReceivedAnswer, type ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';
import { act } from '../../api/request.ts';
import { fieldErrorsOf, isUnsettled } from '../../api/problem.ts';
import { newId } from '../../api/new-id.ts';
import { type BatchRow, type RowState, toSend } from './batch-rows.ts';

export const useBatch = (initial: readonly BatchRow[]) => {
  const client = useQueryClient();
  // what was being sent when the power went is sent again, under its own key
  const [rows, setRows] = useState<readonly BatchRow[]>(() => initial.map((row): BatchRow => (row.state.kind === 'sending' ? { ...row, state: { kind: 'open' } } : row)));
  const [running, setRunning] = useState(false);
  const mark = (id: string, state: RowState, key?: string) =>
    setRows((all) => all.map((r) => (r.dossierId === id ? { ...r, state, key: key ?? r.key } : r)));
  const run = async (commandOf: (row: BatchRow) => ReceiveDossierInput) => {
    setRunning(true);
    for (const row of toSend(rows)) {
      mark(row.dossierId, { kind: 'sending' });
      try {
        const answer = await act({
          path: '/api/desk/dossiers',
          body: commandOf(row),
          answer: dossierReceivedAnswer,
          key: row.key,
        });
        mark(row.dossierId, { kind: 'done', code: answer.code, dossierId: answer.dossierId, paperId: answer.paperId });
      } catch (error) {
        const first = Object.values(fieldErrorsOf(error))[0];
        mark(
          row.dossierId,
          { kind: 'failed', text: first ?? (error instanceof Error ? error.message : 'Chưa tiếp nhận được.') },
          isUnsettled(error) ? undefined : newId(),
        );
        if (isUnsettled(error)) break;
      }
    }
    setRunning(false);
    for (const queryKey of [['today'], ['find']]) void client.invalidateQueries({ queryKey });
  };
  return { rows, setRows, running, run };
};
