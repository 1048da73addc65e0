// A line of the transfer register: from which day a desk takes a procedure for which agency, by whose decision. What was
// received under a line keeps it: nothing is edited, and a new line ends the one before it on its own first day.
// @law QĐ 45/2016/QĐ-TTg Đ.13; NĐ 61/2018/NĐ-CP Đ.7
import { type PlainDate, addDays } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Unit } from '../organisation/organisation.ts';
import { POSTS } from '../organisation/units.ts';
import type { TransferEntry } from './procedure.ts';

export type AddRegisterLine = Omit<TransferEntry, 'validTo'>;
type Dated = { readonly validFrom: PlainDate; readonly validTo?: PlainDate };
export type RegisterFacts = {
  readonly today: PlainDate;
  readonly desk?: Dated;
  readonly agency?: Dated & Pick<Unit, 'kind'>;
  readonly procedureIsKnown: boolean;
  /** Of this desk and procedure, of all days. */
  readonly lines: readonly TransferEntry[];
};
/** `ended`: the line that held until then. */
export type RegisterLineAdded = { readonly line: TransferEntry; readonly ended?: TransferEntry };
export type AddRegisterLineRefused =
  | { readonly kind: 'desk-not-open' | 'agency-not-there' | 'procedure-not-known' | 'delegation-missing' | 'nothing-changed' }
  | { readonly kind: 'begins-before-today'; readonly today: PlainDate }
  | { readonly kind: 'later-line'; readonly validFrom: PlainDate }
  /** What was written is not written over: dossiers may have been received by it. */
  | { readonly kind: 'line-of-that-day'; readonly validFrom: PlainDate; readonly from: PlainDate };

export const mayDecide = ({ kind }: Pick<Unit, 'kind'>): boolean => !POSTS.has(kind);

const holds = ({ validFrom, validTo }: Dated, day: PlainDate): boolean => validFrom <= day && (validTo === undefined || day < validTo);

export const addRegisterLine = (line: AddRegisterLine, { today, desk, agency, procedureIsKnown, lines }: RegisterFacts): Result<RegisterLineAdded, AddRegisterLineRefused> => {
  if (!procedureIsKnown) return refuse({ kind: 'procedure-not-known' });
  if (line.validFrom < today) return refuse({ kind: 'begins-before-today', today });
  if (!desk || !holds(desk, line.validFrom)) return refuse({ kind: 'desk-not-open' });
  if (!agency || !mayDecide(agency) || !holds(agency, line.validFrom)) return refuse({ kind: 'agency-not-there' });
  if (line.mode === 'delegated' && line.delegation === undefined) return refuse({ kind: 'delegation-missing' });
  const later = lines.find((one) => one.validFrom >= line.validFrom);
  if (later?.validFrom === line.validFrom && later.validTo === undefined) return refuse({ kind: 'line-of-that-day', validFrom: later.validFrom, from: addDays(later.validFrom, 1) });
  if (later) return refuse({ kind: 'later-line', validFrom: later.validFrom });
  const ended = lines.find((one) => holds(one, line.validFrom));
  if (ended && ended.agencyUnitId === line.agencyUnitId && ended.mode === line.mode && ended.decision === line.decision && ended.delegation === line.delegation) return refuse({ kind: 'nothing-changed' });
  return ok({ line, ...(ended ? { ended } : {}) });
};
