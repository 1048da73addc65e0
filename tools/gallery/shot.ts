// One picture of the gallery: where it is taken, as whom, and what is done before. A new screen is one line in a list.
import type { Page } from '@playwright/test';
import type { WorldName } from '#demo/worlds.ts';
import type { Stage } from './stage.ts';

export type Shot = {
  /** Also the name of its files. */
  readonly id: string;
  readonly title: string;
  readonly world: WorldName;
  /** Signed in as; nobody on the citizen's pages. */
  readonly who?: string;
  readonly path: string | ((stage: Stage) => string);
  readonly act?: (page: Page, stage: Stage) => Promise<void>;
  /** 'fresh': before any work is done in the world. */
  readonly when?: 'fresh' | 'worked';
};
export type Group = { readonly title: string; readonly shots: readonly Shot[] };

export const SIZES = [
  { name: '1366', width: 1366, height: 768, touch: false },
  { name: '360', width: 360, height: 740, touch: true },
] as const;
export type Size = (typeof SIZES)[number];
