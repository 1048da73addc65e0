// The officer beside the clerk without a line: one PIN at this machine, then one key confirms, as at the server. What she
// proves her acts with lies in this tab's memory and nowhere else. She is gone when she leaves, when another officer comes,
// when the store is locked, after half a working day, and after a noon at which no hand touched the machine.
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { LEFT_ALONE_MINUTES, PRESENCE_MILLISECONDS } from '#core/organisation/officer-presence.ts';
import type { PresentOfficerView } from '#wire/session.wire.ts';
import type { Granted, Ports } from '../acting.ts';

export type Present = { readonly officer: Granted; readonly until: number };

/** Other tabs of this machine: an officer who leaves one leaves all. */
export type OtherTabs = { readonly tell: (stays: string | undefined) => void; readonly hear: (told: (stays: string | undefined) => void) => void };

export type Presence = {
  /** `until`: by the machine's clock, where the server said when it ends. */
  readonly open: (officer: Granted, until?: number) => Present;
  readonly end: () => void;
  readonly now: () => Present | undefined;
  /** Somebody is at the machine. */
  readonly touch: () => void;
};

type Instant = { readonly wall: number; readonly steady: number };
const LEFT_ALONE = LEFT_ALONE_MINUTES * 60_000;

export const presenceView = ({ officer: { accountId, fullName, title }, until }: Present): PresentOfficerView =>
  ({ accountId, fullName, title, until: momentFromEpoch(until) });

export const makePresence = (
  { machineNow, steadyNow }: Pick<Ports, 'machineNow' | 'steadyNow'>, tabs: OtherTabs | undefined, told: (present: Present | undefined) => void,
): Presence => {
  let beside: { readonly present: Present; readonly openedAt: Instant; touchedAt: Instant } | undefined;
  const instant = (): Instant => ({ wall: machineNow(), steady: steadyNow() });
  /** A clock that is set back makes nobody stay longer, a machine that slept neither. */
  const since = (then: Instant): number => Math.max(machineNow() - then.wall, steadyNow() - then.steady);
  const forget = (): void => {
    if (!beside) return;
    beside = undefined;
    told(undefined);
  };
  const now = (): Present | undefined => {
    if (!beside) return undefined;
    const { present, openedAt, touchedAt } = beside;
    const isOver = since(openedAt) >= present.until - openedAt.wall || since(touchedAt) >= LEFT_ALONE;
    if (isOver) forget();
    return isOver ? undefined : present;
  };
  tabs?.hear((stays) => { if (beside?.present.officer.accountId !== stays) forget(); });
  return {
    open: (officer, until) => {
      const at = instant();
      const present = { officer, until: Math.min(at.wall + PRESENCE_MILLISECONDS, until ?? Infinity) };
      beside = { present, openedAt: at, touchedAt: at };
      tabs?.tell(officer.accountId);
      told(present);
      return present;
    },
    end: () => {
      forget();
      tabs?.tell(undefined);
    },
    now,
    // the hand that comes back after noon finds her gone
    touch: () => { if (now() && beside) beside.touchedAt = instant(); },
  };
};
