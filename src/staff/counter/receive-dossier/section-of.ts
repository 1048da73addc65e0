// Where on the screen a box stands, by the path the wire names it with.
import type { SectionId } from './draft.ts';

const PLACES: readonly (readonly [string, SectionId])[] = [
  ['parties', 'applicant'],
  ['answers', 'case'],
  ['papers', 'papers'],
  ['fees', 'fees'],
  ['posting', 'fees'],
  ['returnWish', 'return'],
];
export const sectionOf = (path: string): SectionId => PLACES.find(([start]) => path.startsWith(start))?.[1] ?? 'confirm';
