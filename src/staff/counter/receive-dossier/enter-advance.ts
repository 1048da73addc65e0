// Enter goes to the next empty place of the section, and from the last one onward.
// Boxes the system has filled are passed over; Tab and Shift+Tab still reach them.
import type { KeyboardEvent } from 'react';

const SELECTOR =
  'input:not([type="hidden"]):not([type="checkbox"]):not([type="file"]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';

const stopsOf = (box: HTMLElement): readonly HTMLElement[] => {
  const seen = new Set<string>();
  return [...box.querySelectorAll<HTMLElement>(SELECTOR)].filter((element) => {
    if (element.closest('[data-enter="skip"]') || element.offsetParent === null) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    if (element.checked) return true;
    const group = element.name;
    if (box.querySelector(`input[type="radio"][name="${CSS.escape(group)}"]:checked`) || seen.has(group)) return false;
    seen.add(group);
    return true;
  });
};

const isFilled = (element: HTMLElement): boolean => {
  if (element instanceof HTMLInputElement) return element.type === 'radio' ? element.checked : element.value !== '';
  return element instanceof HTMLSelectElement ? element.value !== '' : false;
};

/** A section with nothing to fill takes the focus itself, so that Enter still goes on. */
export const focusFirst = (box: HTMLElement | null) => {
  if (!box) return;
  const stops = stopsOf(box);
  const target =
    stops.find((e) => !isFilled(e)) ??
    stops[0] ??
    // quiet links are for the hand that looks for them, never for the next Enter
    [...box.querySelectorAll<HTMLElement>('button:not(:disabled), [tabindex="0"]')].find((e) => !e.closest('[data-enter="skip"]'));
  (target ?? box.querySelector<HTMLElement>('fieldset'))?.focus();
};

export const onEnterAdvance = (advance: () => void) => (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
  const { target, currentTarget } = event;
  if (event.ctrlKey) {
    event.preventDefault();
    return advance();
  }
  if (
    event.shiftKey ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLButtonElement ||
    !(target instanceof HTMLElement)
  )
    return;
  if (target instanceof HTMLInputElement && target.type === 'file') return;
  event.preventDefault();
  const stops = stopsOf(currentTarget);
  const at = stops.indexOf(target);
  const next = stops.slice(at + 1).find((e) => e.dataset['prefilled'] === undefined || !isFilled(e));
  if (at >= 0 && next) {
    next.focus();
    if (next instanceof HTMLInputElement && next.type !== 'radio') next.select();
  } else advance();
};
