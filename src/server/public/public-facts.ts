// What all citizen pages read and few people change: kept for a minute, and never past a business day.
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { dateOf, type PlainDate } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { indexProcedures, searchProcedures, type SearchIndex } from '#core/procedure/search-procedures.ts';
import { type DeskInfo, hoursInWords } from '#public/desk-card.ts';
import type { Deps } from '../http/route.ts';
import { type CatalogueRow, findCalendar, findProvinceName, loadCatalogue, loadDesks } from './catalogue.sql.ts';

export type PublicFacts = {
  readonly calendar: () => Promise<WorkingCalendar | undefined>;
  readonly desks: () => Promise<ReadonlyMap<DeskId, DeskInfo>>;
  readonly catalogue: () => Promise<readonly CatalogueRow[]>;
  readonly search: (query: string) => Promise<readonly CatalogueRow[]>;
  /** 'tỉnh Hà Tĩnh' */
  readonly place: () => Promise<string>;
};

const KEEP_MILLISECONDS = 60_000;
const MOST_FOUND = 25;

type Kept = {
  readonly calendar: WorkingCalendar | undefined;
  readonly desks: ReadonlyMap<DeskId, DeskInfo>;
  readonly catalogue: readonly CatalogueRow[];
  readonly index: SearchIndex<CatalogueRow>;
  readonly place: string;
};

const load = async ({ pool, world, clock }: Deps): Promise<Kept> => {
  const now = clock.businessNow();
  const today = dateOf(now);
  const [calendar, desks, catalogue, province] = await Promise.all([
    findCalendar(pool, world.provinceId), loadDesks(pool, world.provinceId, today),
    loadCatalogue(pool, world.provinceId, today), findProvinceName(pool, world.provinceId),
  ]);
  return {
    calendar,
    desks: new Map(desks.map(({ deskId, siteId, ...desk }) => [deskId, { ...desk, hours: hoursInWords(calendar, siteId, now) }])),
    catalogue,
    // what our desks take comes first among equals
    index: indexProcedures(catalogue, (procedure) => (procedure.atDesk ? 100 : 0)),
    place: province?.replace(/^Ủy ban nhân dân /, '') ?? world.title,
  };
};

export const keepPublicFacts = (deps: Deps): PublicFacts => {
  let kept: { readonly at: number; readonly day: PlainDate; readonly value: Promise<Kept> } | undefined;
  const current = (): Promise<Kept> => {
    const at = deps.realNow();
    const day = dateOf(deps.clock.businessNow());
    if (!kept || at - kept.at > KEEP_MILLISECONDS || at < kept.at || kept.day !== day) {
      const value = load(deps);
      kept = { at, day, value };
      value.catch(() => {
        kept = undefined;
      });
    }
    return kept.value;
  };
  return {
    calendar: async () => (await current()).calendar,
    desks: async () => (await current()).desks,
    catalogue: async () => (await current()).catalogue,
    search: async (query) => searchProcedures((await current()).index, query, MOST_FOUND),
    place: async () => (await current()).place,
  };
};
