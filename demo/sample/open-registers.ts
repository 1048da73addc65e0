// A register is opened and signed before anything is written in it: the head's first page, by a decision nobody took.
import { type Moment, type PlainDate, type WallTime, momentAt } from '#core/kernel/moment.ts';
import { nextWorkingDay } from '#core/deadline/working-time.ts';
import { type NumberSeries, bookNameOf } from '#core/numbering/series.ts';
import type { ChainId } from '#server/acts/act.ts';
import type { Books } from './books.ts';
import { CALENDAR } from './clock.ts';
import { headOfUnit } from './staffing.ts';
import type { Visit } from './visit.ts';

const DECISION = 'Quyết định số 00/QĐ-MẪU về việc mở sổ (giả định, chỉ để trình diễn)';

type Register = { readonly series: NumberSeries; readonly name: string; readonly chain: ChainId; readonly heldBy: readonly string[]; readonly visit: Visit };

const registerOf = (visit: Visit): Register | undefined => {
  const { desk } = visit.stage.place;
  if (visit.kind === 'received') {
    const { register: series } = visit.received;
    return { series, name: bookNameOf(series, 1), chain: `desk:${desk.deskId}`, heldBy: [desk.receivingUnitId, desk.communeUnitId], visit };
  }
  const series = visit.certified.book;
  const { agencyUnitId } = visit.transfer;
  return series && { series, name: bookNameOf(series, 1), chain: `unit:${agencyUnitId}`, heldBy: [agencyUnitId], visit };
};

/** On the first working day of the year, or before a desk opens that is younger. */
const openedAt = ({ series, visit }: Register): Moment => {
  const firstDay = nextWorkingDay(CALENDAR, `${series.period}-01-01` as PlainDate);
  const { validFrom } = visit.stage.place.desk;
  return momentAt(validFrom > firstDay ? validFrom : firstDay, '07:00' as WallTime);
};

/** Every book that anything of these visits is written in. */
export const openRegisters = (books: Books, visits: Iterable<Visit>): void => {
  const opened = new Set<string>();
  for (const visit of visits) {
    const register = registerOf(visit);
    const key = register && `${register.series.series} ${register.series.period}`;
    if (register === undefined || key === undefined || opened.has(key)) continue;
    opened.add(key);
    const { series, name, chain, heldBy } = register;
    const head = headOfUnit(visit.stage.world, heldBy);
    const at = openedAt(register);
    books.add('register_book', {
      ...series, decision: DECISION, opened_at: at, opened_by: head.accountId, opened_by_name: head.name, opened_by_title: head.signsAs,
    });
    books.journal(chain, at, head, 'open-book', undefined, { ...series, book: name, decision: DECISION, title: head.signsAs });
  }
};
