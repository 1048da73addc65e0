// What is typed at a door is kept at every change, sealed: the camera of a small phone throws the page out of memory.
import { useEffect, useRef, useState } from 'react';
import { dateOf } from '#core/kernel/moment.ts';
import { businessNow } from '../api/session.ts';
import type { Stroke } from '../signature/strokes.ts';
import type { Phone } from './phone/phone.ts';
import { findKept, keep } from './phone/phone-store.ts';

/** Undefined until it was looked for. */
export const useDraft = <Draft extends object>(phone: Phone, name: string, start: () => Draft): readonly [Draft | undefined, (draft: Draft) => void] => {
  const [draft, setDraft] = useState<Draft>();
  const first = useRef(start);
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    let gone = false;
    void findKept(phone.store, name).then((found) => { if (!gone) setDraft({ ...first.current(), ...(found as Draft | undefined) }); });
    return () => { gone = true; };
  }, [phone, name]);
  const change = (next: Draft): void => {
    setDraft(next);
    // one after the other: the last that was typed is the last that is written
    saving.current = saving.current.then(() => keep(phone.store, name, dateOf(businessNow()), next)).catch(() => undefined);
  };
  return [draft, change];
};

/** What was drawn on the glass, apart from what is typed: a picture that is still being made takes nothing of it back. */
export const useGlass = (phone: Phone, id: string): readonly [readonly Stroke[] | undefined, (strokes: readonly Stroke[]) => void] => {
  const [kept, keepStrokes] = useDraft<{ readonly strokes: readonly Stroke[] }>(phone, `glass ${id}`, () => ({ strokes: [] }));
  return [kept?.strokes, (strokes) => keepStrokes({ strokes })];
};
