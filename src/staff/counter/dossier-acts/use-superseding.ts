// What the corrected receipt would say, reckoned here by the same core that decides on the server.
import { useMemo, useState } from 'react';
import { dateOf, momentAt, wallTimeOf, type PlainDate, type WallTime } from '#core/kernel/moment.ts';
import type { CatalogueEntry, DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { SupersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import { newId } from '../../api/new-id.ts';
import { checkDraft } from '../receive-dossier/draft-checks.ts';
import { newDraft, type ReceiveDraft } from '../receive-dossier/draft.ts';
import { identityKindsOn } from '../receive-dossier/identity-kinds.ts';
import type { Patch } from '../receive-dossier/use-draft.ts';
import { draftAsEntered, draftOfReceipt, withCase, withProcedure } from './supersede-draft.ts';

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const useSuperseding = (view: DossierView, catalogue: DeskCatalogueView, before?: SupersedeReceiptCommand) => {
  const receivedOn = dateOf(view.receivedAt);
  const [other, setOther] = useState<CatalogueEntry | undefined>(() => (before && before.procedureCode !== view.procedure.code ? catalogue.entries.find((e) => e.procedure.code === before.procedureCode) : undefined));
  const [date, setDate] = useState<string>(dateOf(before?.receivedAt ?? view.receivedAt));
  const [hour, setHour] = useState<string>(wallTimeOf(before?.receivedAt ?? view.receivedAt));
  const [draft, setDraft] = useState<ReceiveDraft>(() => {
    const now = draftOfReceipt(
      newDraft({
        draftId: newId(),
        key: newId(),
        owner: '',
        startedAt: 0,
        procedure: view.procedure,
        place: catalogue,
        identityKind: identityKindsOn(receivedOn)[0] ?? 'citizen-card',
        onlyByPost: false,
      }),
      view,
    );
    return before ? draftAsEntered(now, before, other?.procedure ?? view.procedure) : now;
  });
  const procedure = other?.procedure ?? view.procedure;
  const entry = other ?? catalogue.entries.find((e) => e.procedure.code === procedure.code);
  const transfer = entry?.transfer;
  const away = entry?.away;
  const timed = HOUR.test(hour) && DAY.test(date);
  const moved = timed && (date !== receivedOn || hour !== wallTimeOf(view.receivedAt));
  const receivedAt = moved ? momentAt(date as PlainDate, hour as WallTime) : view.receivedAt;
  const patch: Patch = (change) =>
    setDraft((now) => {
      const part = typeof change === 'function' ? change(now) : change;
      const next = { ...now, ...part };
      return next.caseId === now.caseId ? next : withCase({ ...next, caseId: now.caseId }, procedure, procedure, next.caseId);
    });
  const checks = useMemo(
    () =>
      checkDraft(draft, procedure, {
        now: receivedAt,
        desk: catalogue.desk,
        transfer,
        away,
        procedure,
        calendar: catalogue.calendar,
        unknownScans: [],
      }),
    [draft, procedure, transfer, away, catalogue, receivedAt],
  );
  return {
    draft, patch, procedure, other, checks, date, setDate, hour, setHour, timed,
    hourError: HOUR.test(hour) ? undefined : 'Nhập giờ dạng 07:30.',
    receivedAt: moved ? receivedAt : undefined,
    agencyName: other?.agencyName ?? view.agencyName,
    /** What the clerk received alone cannot become, by a correction, what only an officer receives. */
    mode: view.regime !== 'public-post' && other?.transfer.mode === 'support' ? ('support' as const) : view.mode,
    choose: (entry: CatalogueEntry) => {
      setDraft((now) => withProcedure(now, procedure, entry.procedure));
      setOther(entry);
    },
  };
};
