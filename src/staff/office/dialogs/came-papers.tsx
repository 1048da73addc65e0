// The one list that was asked for, ticked against what came: complete, in part (the clock waits on), or complete without.
import { useMemo, useState } from 'react';
import type { SupplementItem } from '#core/dossier/ask-supplement.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { Check } from '../../design/choices.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { openRequestOf } from '../../dossier/waiting-answer.ts';

type Item = SupplementItem & { readonly came: boolean };

export const useCamePapers = (view: DossierView, ticked: readonly string[] = []) => {
  const items = useMemo((): readonly Item[] => {
    const request = openRequestOf(view);
    const came = new Set(view.papers.filter((paper) => paper.roundNo === request?.requestNo).map((paper) => paper.name));
    return (request?.items ?? []).map((item) => ({ ...item, came: came.has(item.name) }));
  }, [view]);
  const [names, setNames] = useState<ReadonlySet<string>>(new Set(ticked));
  const [without, setWithout] = useState('');
  const [closes, setCloses] = useState(false);
  const [tried, setTried] = useState(false);
  const given = items.filter((item) => !item.came && names.has(item.name));
  const missing = items.filter((item) => !item.came && !names.has(item.name) && item.original + item.certifiedCopy + item.plainCopy > 0);
  const needsReason = missing.length > 0 && closes;
  return {
    items, names, setNames, without, setWithout, closes, setCloses, tried, setTried, given, missing,
    complete: missing.length === 0 || closes,
    isReady: given.length > 0 && !(needsReason && without.trim() === ''),
    /** What the act needs of it, beside the papers. */
    answer: { complete: missing.length === 0 || closes, ...(needsReason && { withoutReason: without.trim() }) },
  };
};

type Came = ReturnType<typeof useCamePapers>;

export const CamePapers = ({ came, legend, only }: { readonly came: Came; readonly legend: string; readonly only?: readonly string[] }) => {
  const { items, names, setNames, given, missing, tried } = came;
  const shown = only ? items.filter((item) => item.came || only.includes(item.name)) : items;
  return (
    <>
      <fieldset className="choices" data-path="papers">
        <legend>{legend}</legend>
        <div className="stack-tight grow">
        {shown.map((item) => item.came
          ? <p key={item.name} className="faint">{item.name}: đã nhận trước đây</p>
          : <Check key={item.name} checked={names.has(item.name)} onChecked={(on) => setNames(new Set(on ? [...names, item.name] : [...names].filter((name) => name !== item.name)))}>{item.name}{item.reason && <span className="faint"> – {item.reason}</span>}</Check>)}
        {tried && given.length === 0 && <p className="field-error">Đánh dấu giấy tờ đã nhận.</p>}
        </div>
      </fieldset>
      {given.length > 0 && missing.length > 0 && (
        <>
          <Banner tone="amber">Còn thiếu: {missing.map((item) => item.name).join('; ')}. Ghi nhận một phần thì thời hạn vẫn tạm dừng.</Banner>
          <Check checked={came.closes} onChecked={came.setCloses}>Coi là đủ, không chờ nữa</Check>
          {came.closes && <TextAreaField label="Lý do coi là đủ" name="withoutReason" value={came.without} onValue={came.setWithout} maxLength={500} error={tried && came.without.trim() === '' ? 'Ghi lý do coi là đủ.' : undefined} />}
        </>
      )}
    </>
  );
};
