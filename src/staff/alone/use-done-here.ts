// A dialog whose work is done at this machine: locked while it runs, shut when it went well, else its fault stands there.
import { useState } from 'react';

export type DoneHere = {
  readonly busy: boolean;
  readonly fault: string | undefined;
  /** Why not, before anything is tried; undefined: nothing is wrong. */
  readonly say: (fault: string | undefined) => void;
  readonly run: (work: () => Promise<void>) => Promise<void>;
};

export const useDoneHere = (onDone: () => void): DoneHere => {
  const [fault, say] = useState<string>();
  const [busy, setBusy] = useState(false);
  return {
    busy, fault, say,
    run: async (work) => {
      say(undefined);
      setBusy(true);
      try {
        await work();
        onDone();
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
      setBusy(false);
    },
  };
};
