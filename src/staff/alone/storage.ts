// The browser may throw away what it was not asked to keep: asked for at every start, and its answer is shown.
import { formatInteger } from '#core/kernel/format.ts';
import { askToPersist } from '../offline/counter/ask-to-persist.ts';
export type StorageAnswer = { readonly kept: boolean; readonly usedBytes: number; readonly quotaBytes: number };

export const askToKeep = async (): Promise<StorageAnswer> => {
  const kept = await askToPersist();
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { kept, usedBytes: usage, quotaBytes: quota };
};

const MEGABYTE = 1_048_576;
export const inMegabytes = (bytes: number): string => `${formatInteger(Math.round(bytes / MEGABYTE))} MB`;
