// The liability minute as the desk draws it up: both sides, what the case is about, and what follows.
import { CASE_WORDS } from '#core/custody/case-words.ts';
import type { CaseKind } from '#core/custody/change.ts';
import type { Compensation } from '#core/custody/compensation.ts';
import type { MakeMinute } from '#core/custody/liability.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import type { LiabilityMinutePayload } from '#documents/liability-minute/payload.ts';
import { type SlipPlace, unitOf } from './desk-place.ts';
import { deskHead } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';

export type MinuteSlipFacts = {
  readonly place: SlipPlace; readonly actor: StandingActor; readonly now: Moment; readonly number: string;
  /** The agency; of papers collected at home their person. */
  readonly other: UnitId | { readonly name: string; readonly address: string };
  readonly kind: CaseKind; readonly bagLabel?: string; readonly recordNumber?: string; readonly foundOutAt: Moment; readonly account: string;
  readonly replaces?: { readonly number: string; readonly because: string };
  readonly things: LiabilityMinutePayload['things'];
};

const POST = 'Bưu điện';

export const liabilitySlip = (command: MakeMinute, { lines, payBy, unproved }: Compensation, facts: MinuteSlipFacts): LiabilityMinutePayload => {
  const { place, actor } = facts;
  const { other } = facts;
  const agency: { readonly name: string; readonly shortName: string; readonly address?: string | undefined } = typeof other === 'string' ? unitOf(place, other) : { ...other, shortName: other.name };
  const by = { desk: place.desk.shortName, agency: agency.shortName } as const;
  return {
    kind: 'liability-minute', version: 'v1', issuedAt: facts.now, head: deskHead(place), number: facts.number,
    desk: { unitName: place.desk.name, address: place.desk.address, personName: actor.fullName, personTitle: actor.title },
    agency: { unitName: agency.name, ...(agency.address !== undefined && { address: agency.address }) },
    ...(typeof other !== 'string' && { otherIs: 'person' as const }),
    incident: CASE_WORDS[facts.kind], foundOutAt: facts.foundOutAt, account: facts.account, things: facts.things, ground: command.ground,
    ...(facts.replaces && { replaces: facts.replaces }),
    ...(facts.bagLabel !== undefined && { bagLabel: bagLabelInGroups(facts.bagLabel) }), ...(facts.recordNumber !== undefined && { recordNumber: facts.recordNumber }),
    ...(command.liability !== 'nobody' && { answerable: command.liability === 'post' ? POST : agency.name }),
    reissue: command.reissue.map(({ what, bySide, due }) => ({ what, by: by[bySide], due })),
    compensation: lines.map(({ kind, code, itemNumber, postage, amount }) => ({
      what: kind === 'reissue-cost' ? 'Chi phí cấp lại giấy tờ' : `${kind === 'late' ? 'Hoàn cước do chuyển chậm, hồ sơ' : 'Hồ sơ'} ${code ?? ''}`, amount,
      ...(itemNumber !== undefined && { itemNumber }), ...(postage !== undefined && { postage }),
    })),
    ...(lines.length > 0 && { payBy }), unproved,
  };
};
