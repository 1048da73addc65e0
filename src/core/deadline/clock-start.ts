// Where the statutory time begins: at the desk that accepts a complete dossier; with the public post at the signed
// hand-over record; for a dossier received away from its place when the competent agency receives it. A site may
// have its own setting per channel, as where a clerk registers for the agency under a transfer project.
// @law NĐ 61/2018/NĐ-CP Đ.17; QĐ 45/2016/QĐ-TTg Đ.7.4; NĐ 309/2026/NĐ-CP Đ.17.3
import { type DatedSetting, inForce } from '../kernel/in-force.ts';
import { type Moment, dateOf } from '../kernel/moment.ts';
import type { Channel } from '../procedure/procedure.ts';
import type { ClockStart } from './clock-reading.ts';
import { ruleOn } from './clock-rules.ts';

/** A site's own setting; without a channel it holds for all. */
export type StartSetting = DatedSetting<ClockStart['rule']> & { readonly siteId: string; readonly channel?: Channel };

export type StartFacts = {
  readonly siteId: string;
  readonly channel: Channel;
  /** Carried against postage under QĐ 45, with a posting slip; a channel 'post' always is. */
  readonly byPublicPost?: boolean;
  /** Received outside the competent agency's territory. */
  readonly away?: boolean;
  readonly receivedAt: Moment;
  readonly handedOverAt?: Moment;
  readonly agencyReceivedAt?: Moment;
  readonly settings?: readonly StartSetting[];
};

export const startRuleOf = (facts: StartFacts): ClockStart['rule'] => {
  const day = dateOf(facts.receivedAt);
  const ofSite = (facts.settings ?? []).filter((setting) => setting.siteId === facts.siteId);
  const own = inForce(ofSite.filter((setting) => setting.channel === facts.channel), day)
    ?? inForce(ofSite.filter((setting) => setting.channel === undefined), day);
  if (own) return own.value;
  if (facts.away === true && ruleOn('awayStartsAtAgency', day)) return 'competent-agency';
  const byPost = facts.byPublicPost ?? facts.channel === 'post';
  return byPost && ruleOn('postStartsAtHandOver', day) ? 'hand-over' : 'desk';
};

/** Undefined: it has not begun, as the record is not signed or the agency has not received yet. */
export const clockStart = (facts: StartFacts): ClockStart | undefined => {
  const rule = startRuleOf(facts);
  const at = { desk: facts.receivedAt, 'hand-over': facts.handedOverAt, 'competent-agency': facts.agencyReceivedAt }[rule];
  return at && { rule, at };
};
