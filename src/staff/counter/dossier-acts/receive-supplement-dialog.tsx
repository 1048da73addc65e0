// What the agency asked for has been brought: ticked against its one list.
import { useState } from 'react';
import { supplementReceivedAnswer } from '#wire/receive-supplement.wire.ts';
import { Check } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { formatMoment } from '#core/kernel/format.ts';
import type { ActDialogProps } from '../../dossier/dossier-acts.tsx';
import { ConfirmationFields } from '../confirmation.tsx';
import { countsWords } from '../receive-dossier/guidance-dialog.tsx';
import { useDeskAct } from './use-desk-act.ts';

type Item = { readonly name: string; readonly original: number; readonly certifiedCopy: number; readonly plainCopy: number };
const FORMS = [
  ['original', 'original'],
  ['certifiedCopy', 'certified-copy'],
  ['plainCopy', 'plain-copy'],
] as const;

export const ReceiveSupplementDialog = ({ view, onClose }: ActDialogProps) => {
  const request = view.supplementRequests.filter((r) => !r.answeredAt).at(-1);
  const items: readonly Item[] = request?.items ?? [];
  const [here, setHere] = useState<ReadonlySet<number>>(new Set());
  const act = useDeskAct(view, 'receive-supplement', 'receive-supplement', supplementReceivedAnswer, (a) => {
    onClose();
    toast(a.due ? `Đã tiếp nhận bổ sung. Hẹn trả mới: ${formatMoment(a.due.due)}.` : 'Đã tiếp nhận bổ sung.');
  });
  const itemIdOf = (name: string, i: number) =>
    view.procedure.cases.flatMap((c) => c.checklist).find((c) => c.name === name)?.itemId ?? `bo-sung-${i + 1}`;
  const papers = items.flatMap((item, i) => {
    if (!here.has(i)) return [];
    const asked = FORMS.filter(([field]) => item[field] > 0);
    const forms = asked.length > 0 ? asked.map(([field, form]) => [form, item[field]] as const) : [['original', 1] as const];
    return forms.map(([form, count]) => ({
      itemId: itemIdOf(item.name, i),
      name: item.name,
      form,
      count,
      shownOnly: false,
      scans: [],
    }));
  });
  const mark = (i: number, on: boolean) =>
    setHere((s) => {
      const next = new Set(s);
      if (on) next.add(i);
      else next.delete(i);
      return next;
    });
  return (
    <ConfirmDialog
      title={`Tiếp nhận bổ sung ${view.code}`}
      act="Tiếp nhận bổ sung"
      busy={act.busy}
      disabled={papers.length === 0 || !act.confirmation.ready}
      onClose={onClose}
      onConfirm={() => void act.run({ papers })}
    >
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <p className="soft">{request?.reason}</p>
      <ul className="stack-tight">
        {items.map((item, i) => (
          <li key={i}>
            <Check checked={here.has(i)} onChecked={(on) => mark(i, on)}>
              {item.name}: <strong>{countsWords(item) || '1 bản'}</strong>
            </Check>
          </li>
        ))}
      </ul>
      {papers.length > 0 && here.size < items.length && (
        <Banner tone="amber">Còn {items.length - here.size} giấy tờ trong yêu cầu chưa được mang đến.</Banner>
      )}
      <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};
