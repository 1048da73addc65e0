// Each act that a counter may do without a line goes through its own decision and its own save; here stands only how
// it is called. Name, parameters and body make the same fingerprint as its own route, so that an act sent both ways is one.
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { AlreadyRecorded } from '#core/dossier/desk-dossier.ts';
import type { BagRefused } from '#core/custody/bag.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { acceptOutcomeCommand } from '#wire/accept-outcome.wire.ts';
import { handOverFilledBagCommand } from '#wire/bags.wire.ts';
import { cancelEntryCommand } from '#wire/cancel-entry.wire.ts';
import { certifyCopiesCommand } from '#wire/certify-copies.wire.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import { forwardDossiersCommand } from '#wire/forward-dossiers.wire.ts';
import { acceptPapersCommand, giveBackPapersCommand } from '#wire/give-back-papers.wire.ts';
import { giveGuidanceCommand } from '#wire/give-guidance.wire.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import { receiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import { receiveSupplementCommand } from '#wire/receive-supplement.wire.ts';
import { refuseReceptionCommand } from '#wire/refuse-reception.wire.ts';
import type { DeskRefusal } from '#wire/refusals/desk.ts';
import { returnOutcomeCommand } from '#wire/return-outcome.wire.ts';
import { supersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import { withdrawDossierCommand } from '#wire/withdraw-dossier.wire.ts';
import type { Act, Performed } from '../../acts/act.ts';
import { handOverFilledBagAct } from '../../bags/hand-over-filled-bag.act.ts';
import { acceptOutcomeAct } from '../../desk/accept-outcome/accept-outcome.act.ts';
import { acceptPapersAct } from '../../desk/accept-papers/accept-papers.act.ts';
import { cancelEntryAct } from '../../desk/cancel-entry/cancel-entry.act.ts';
import { certifyLeasedAct } from '../../desk/certify-copies/certify-in-steps.act.ts';
import type { DeskFacts } from '../../desk/facts/desk-facts.ts';
import type { DeskCall } from '../../desk/facts/desk-route.ts';
import { performAtDesk } from '../../desk/facts/perform-at-desk.ts';
import { forwardDossiersAct } from '../../desk/forward-dossiers/forward-dossiers.act.ts';
import { giveBackPapersAct } from '../../desk/give-back-papers/give-back-papers.act.ts';
import { giveGuidanceAct } from '../../desk/give-guidance/give-guidance.act.ts';
import { receiveFiledAct, receiveLeasedAct } from '../../desk/receive-dossier/receive-in-steps.act.ts';
import { receiveSupplementAct } from '../../desk/receive-supplement/receive-supplement.act.ts';
import { refuseReceptionAct } from '../../desk/refuse-reception/refuse-reception.act.ts';
import { returnOutcomeAct } from '../../desk/return-outcome/return-outcome.act.ts';
import { supersedeReceiptAct } from '../../desk/supersede-receipt/supersede-receipt.act.ts';
import { withdrawDossierAct } from '../../desk/withdraw-dossier/withdraw-dossier.act.ts';

/** What is done around an act, whichever it is. */
export type Around = <Command, Facts, Decision, Refusal, Answer>(
  act: Act<Command, Facts, Decision, Refusal, Answer>,
) => Act<Command, Facts, Decision, Refusal, Answer>;

/** Of a bag besides: what may not be in it. */
export type OfflineActRefusal = DeskRefusal | BagRefused | AlreadyRecorded;

type DeskBody = { readonly deskId: DeskId; readonly confirmation?: Confirmation; readonly procedureCode?: string; readonly procedureVersion?: number };
type Target = Pick<OfflineCommand, 'dossierId' | 'handOverId'>;
type Params = Readonly<Record<string, string>>;

export type Prepared = {
  /** As it is stored with the answer. */
  readonly actName: string;
  readonly params: Params;
  /** Tidied like at its own route, without a confirmation: that is given by proof. */
  readonly body: DeskBody;
  readonly perform: (pool: Pool, facts: DeskFacts, call: DeskCall, around: Around) => Promise<Performed<OfflineActRefusal, unknown>>;
};
/** Undefined: the body or the target cannot be read. */
type Entry = (body: unknown, target: Target, pool: Pool) => Prepared | undefined;

const entry = <Body extends DeskBody, Command, Facts, Decision, Refusal extends OfflineActRefusal, Answer>(
  schema: z.ZodType<Body>, actName: string, paramsOf: (target: Target) => Params | undefined,
  actOf: (facts: DeskFacts, body: Body, pool: Pool) => Act<Command, Facts, Decision, Refusal, Answer>,
  commandOf: (call: DeskCall, body: Body, target: Target) => Command,
): Entry => (given, target) => {
  const parsed = schema.safeParse(given);
  const params = paramsOf(target);
  if (!parsed.success || !params) return undefined;
  const { confirmation: _confirmation, ...rest } = parsed.data;
  const body = rest as unknown as Body;
  return {
    actName, params, body,
    perform: (pool, facts, call, around) => performAtDesk(pool, around(actOf(facts, body, pool)), call.context, commandOf(call, body, target)),
  };
};

const NO_PARAMS = (): Params => ({});
const ofDossier = ({ dossierId }: Target): Params | undefined => (dossierId ? { id: dossierId } : undefined);
const withCommand = <Body>(call: DeskCall, command: Body) => ({ ...call, command });
const onDossier = <Body>({ actor, place, origin }: DeskCall, body: Body, { dossierId }: Target) =>
  ({ actor, place, origin, body, dossierId: dossierId as DossierId });

const ENTRIES: Readonly<Record<OfflineAct, Entry>> = {
  'receive-dossier': (body, target, pool) => {
    const isFiled = typeof body === 'object' && body !== null && 'filedRevision' in body && body.filedRevision !== undefined;
    return isFiled
      ? entry(receiveDossierCommand, 'receive-dossier', NO_PARAMS, (facts) => receiveFiledAct(pool, facts), withCommand)(body, target, pool)
      : entry(receiveDossierCommand, 'receive-dossier', NO_PARAMS, (facts) => receiveLeasedAct(pool, facts), withCommand)(body, target, pool);
  },
  'certify-copies': entry(certifyCopiesCommand, 'resolve-at-desk', NO_PARAMS, (facts, _body, pool) => certifyLeasedAct(pool, facts), withCommand),
  'give-guidance': entry(giveGuidanceCommand, 'give-guidance', NO_PARAMS, giveGuidanceAct, withCommand),
  'refuse-reception': entry(refuseReceptionCommand, 'refuse-reception', NO_PARAMS, refuseReceptionAct, withCommand),
  'forward-dossiers': entry(forwardDossiersCommand, 'forward-dossiers', NO_PARAMS, forwardDossiersAct, withCommand),
  'accept-outcome': entry(acceptOutcomeCommand, 'accept-outcome', ({ handOverId }) => (handOverId ? { handOverId } : undefined), acceptOutcomeAct,
    (call, command, { handOverId }) => ({ ...call, command, handOverId: handOverId ?? '' })),
  'supersede-receipt': entry(supersedeReceiptCommand, 'supersede-receipt', ofDossier, supersedeReceiptAct, onDossier),
  'receive-supplement': entry(receiveSupplementCommand, 'receive-supplement', ofDossier, receiveSupplementAct, onDossier),
  'return-outcome': entry(returnOutcomeCommand, 'return-outcome', ofDossier, returnOutcomeAct, onDossier),
  'accept-papers-back': entry(acceptPapersCommand, 'accept-papers-back', ofDossier, () => acceptPapersAct(), onDossier),
  'give-back-papers': entry(giveBackPapersCommand, 'give-back-papers', ofDossier, giveBackPapersAct, onDossier),
  'withdraw-dossier': entry(withdrawDossierCommand, 'withdraw-dossier', ofDossier, withdrawDossierAct, onDossier),
  'cancel-entry': entry(cancelEntryCommand, 'cancel-entry', ofDossier, cancelEntryAct, onDossier),
  'hand-over-filled-bag': entry(handOverFilledBagCommand, 'hand-over-filled-bag', NO_PARAMS, handOverFilledBagAct, withCommand),
};

export const prepareAct = (command: OfflineCommand, pool: Pool): Prepared | undefined => ENTRIES[command.act](command.body, command, pool);
