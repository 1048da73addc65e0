// Pieces of a case that its list and its own screen both show.
import { Link } from '@tanstack/react-router';
import { CASE_WORDS } from '#core/custody/case-words.ts';
import { formatDate, formatMoney } from '#core/kernel/format.ts';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { LIABILITY_WORDS, thingInWords } from '#wire/custody-words.ts';
import type { CustodyCase } from '#wire/custody-cases.wire.ts';
import type { Side } from './use-custody.ts';

/** The agency, or the person whose papers were collected at home. */
export const otherSide = ({ agencyName, pickup }: Pick<CustodyCase, 'agencyName' | 'pickup'>): string => agencyName ?? pickup?.personName ?? '';

export const caseThing = ({ thing, pickup }: Pick<CustodyCase, 'thing' | 'pickup'>): string => (pickup ? `Hồ sơ nhận tại nhà ${pickup.slipNumber}` : thing.label === undefined ? thingInWords(thing) : `Túi ${bagLabelInGroups(thing.label)}`);
export const isMissing = ({ holderKind }: Pick<CustodyCase, 'holderKind'>): boolean => holderKind === 'unaccounted';

export const CaseLink = ({ side, one }: { readonly side: Side; readonly one: CustodyCase }) => (
  <Link to={side === 'desk' ? '/giao-nhan/viec/$caseId' : '/co-quan/giao-nhan/viec/$caseId'} params={{ caseId: one.caseId }}><strong>{caseThing(one)}</strong></Link>
);

const counts = ({ kind, sent, arrived }: CustodyCase): string | undefined => {
  if (kind === 'over') return `nhận thừa ${arrived} bản`;
  if (kind === 'bag-lost') return `${sent} bản giấy trong túi`;
  return kind === 'seal-broken' || kind === 'late' ? undefined : `giao ${sent} · nhận ${arrived}`;
};

export const CaseKindChip = ({ one }: { readonly one: CustodyCase }) => (
  <><span className="chip chip-red">{CASE_WORDS[one.kind]}</span><div className="faint">{counts(one)}</div></>
);

/** Who answers, and what of it is still to be done. */
export const Answerable = ({ one }: { readonly one: CustodyCase }) => (
  <>
    {LIABILITY_WORDS[one.liability]}
    <div className="faint">
      {[one.minuteNumber && `biên bản ${one.minuteNumber}`, one.openTasks > 0 && `còn ${one.openTasks} giấy tờ cấp lại`, one.unpaid > 0 && `chưa trả ${formatMoney(one.unpaid)}`].filter(Boolean).join(' · ')}
    </div>
  </>
);

export const By = ({ day, now, done }: { readonly day: PlainDate; readonly now: Moment; readonly done?: boolean }) => {
  const isOver = done !== true && day < dateOf(now);
  return <strong className={isOver ? 'due-late' : undefined}>{formatDate(day)}{isOver && ' · đã quá'}</strong>;
};
