// Many dossiers of one agency leave the desk with one record: the same working day, or first thing on the
// next one when received after 15:00. The hour is shown and never blocks.
// @law NĐ 61/2018/NĐ-CP Đ.18.1; QĐ 45/2016/QĐ-TTg Đ.7.3
import { forwardBy } from '../deadline/forward-by.ts';
import type { AnyCalendar } from '../deadline/working-time.ts';
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk, UnitId } from '../organisation/organisation.ts';
import { cutoffOn } from './desk-settings.ts';
import type { DeskDossier } from './desk-dossier.ts';
import { type DeskActor, type HandsRefused, handsFor } from './desk-hands.ts';
import type { DeskHands, DossierCode, DossierId } from './dossier.ts';

export type ForwardDossiers = {
  readonly agencyUnitId: UnitId;
  readonly dossiers: readonly { readonly dossierId: DossierId; readonly revision: number; readonly paperCount: number }[];
};

export type ForwardFacts = {
  readonly now: Moment;
  readonly actor: DeskActor;
  readonly desk: Desk;
  readonly calendar: AnyCalendar;
  readonly dossiers: readonly (DeskDossier & { readonly receivedAt: Moment })[];
};

export type DossiersForwarded = {
  readonly hands: DeskHands;
  /** Present when some of them came after 15:00. */
  readonly mayGoUntil?: PlainDate;
};

export type NotForwardable = {
  readonly dossierId: DossierId;
  readonly code: DossierCode;
  readonly why: 'changed-meanwhile' | 'not-at-desk' | 'other-agency';
};
export type ForwardRefusal = HandsRefused | { readonly kind: 'not-forwardable'; readonly dossiers: readonly NotForwardable[] };

/** All or none: a record lists what is in the bag. */
export const forwardDossiers = (command: ForwardDossiers, facts: ForwardFacts): Result<DossiersForwarded, ForwardRefusal> => {
  const hands = handsFor('forward-dossiers', 'received', 'support', facts.actor, facts.desk.officerConfirmation);
  if (!hands.ok) return hands;
  const asked = new Map(command.dossiers.map((line) => [line.dossierId, line]));
  const blocked = facts.dossiers.flatMap((dossier): readonly NotForwardable[] => {
    const { dossierId, code } = dossier;
    if (dossier.state !== 'received') return [{ dossierId, code, why: 'not-at-desk' }];
    if (dossier.agencyUnitId !== command.agencyUnitId) return [{ dossierId, code, why: 'other-agency' }];
    return asked.get(dossierId)?.revision === dossier.revision ? [] : [{ dossierId, code, why: 'changed-meanwhile' }];
  });
  if (blocked.length > 0) return refuse({ kind: 'not-forwardable', dossiers: blocked });
  const latest = facts.dossiers
    .map(({ receivedAt }) => dateOf(forwardBy({
      receivedAt, calendar: facts.calendar, siteId: facts.desk.siteId, cutoffTime: cutoffOn(dateOf(receivedAt)),
    })))
    .reduce<PlainDate>((last, date) => (date > last ? date : last), dateOf(facts.now));
  return ok({ hands: hands.value, mayGoUntil: latest > dateOf(facts.now) ? latest : undefined });
};
