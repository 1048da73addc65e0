// Listens everywhere; a scanned code opens what was scanned, wherever the cursor stands.
import { useEffect, useEffectEvent } from 'react';
import { codeOf, feedScanner, NO_SCAN, type ScanState } from './scanner.ts';

type Touched = { readonly input: HTMLInputElement; readonly before: string };

const putBack = ({ input, before }: Touched) => {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  set?.call(input, before);
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

/** One listens at a time: whoever does not serve this person leaves the scan to the screen. */
export const useScanner = (onCode: (code: string) => void, listens = true) => {
  const found = useEffectEvent(onCode);
  useEffect(() => {
    if (!listens) return undefined;
    let state: ScanState = NO_SCAN;
    let touched: Touched | undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const step = feedScanner(state, event.key, event.timeStamp);
      if (step.state.text.length === 1 && event.key.length === 1) {
        touched = event.target instanceof HTMLInputElement ? { input: event.target, before: event.target.value } : undefined;
      }
      state = step.state;
      const code = step.scanned && codeOf(step.scanned);
      // a field made for codes takes the scan itself
      if (!code || (event.target instanceof HTMLElement && event.target.dataset['takesCode'] !== undefined)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (touched) putBack(touched);
      found(code);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [listens]);
};
