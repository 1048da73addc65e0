// One visitor at a desk: received by the same core that the server asks, so that the sample can hold
// nothing the product would refuse.
import { certifyCopies, type CopiesCertified } from '#core/dossier/certify-copies.ts';
import { type DossierReceived, type ReceiveDossier, type ReceiveFacts, receiveDossier } from '#core/dossier/receive-dossier.ts';
import type { DossierCode, DossierId } from '#core/dossier/dossier.ts';
import { type Moment, type WallTime, momentAt, momentToEpoch } from '#core/kernel/moment.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Desk, Unit } from '#core/organisation/organisation.ts';
import { unitTree, type UnitTree } from '#core/organisation/units.ts';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import type { Parties, Person } from '#core/people/person.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import type { StandingActor } from '#documents/slips/standing-actor.ts';
import type { DeskPlace } from '#server/desk/facts/desk-facts.ts';
import { aReceiveCommand } from '../builders.ts';
import { HA_TINH_CALENDAR } from '../calendar.ts';
import { timedUuidOf } from '../identifiers.ts';
import { aPerson, type PeopleYear } from '../people.ts';
import type { Random } from '../random.ts';
import type { World } from '../worlds.ts';
import { CALENDAR } from './clock.ts';
import { ARRIVALS, CERTIFIED_PAPERS, CERTIFIED_PAPERS_2019 } from './mix.ts';
import { type AgencyTeam, type DeskTeam, agencyTeamOf } from './staffing.ts';

export type DeskStage = {
  readonly world: World;
  readonly year: PeopleYear;
  readonly place: DeskPlace;
  readonly team: DeskTeam;
  readonly actor: StandingActor;
  readonly receivingUnit: Unit;
  readonly teamFor: (agencyUnitId: string, field: string) => AgencyTeam;
};

/** Sent from home on the national portal, under the portal's own code. */
export type Filing = { readonly at: Moment; readonly code: DossierCode };

export type Visit = {
  readonly n: number;
  readonly dossierId: DossierId;
  readonly at: Moment;
  readonly stage: DeskStage;
  readonly procedure: ProcedureVersion;
  readonly transfer: TransferEntry;
  readonly parties: Parties;
} & (
  | { readonly kind: 'received'; readonly command: ReceiveDossier; readonly received: DossierReceived; readonly agency: AgencyTeam; readonly filed?: Filing }
  | { readonly kind: 'certified'; readonly certified: CopiesCertified }
);

export const deskStage = (world: World, units: UnitTree, desk: Desk, team: DeskTeam): DeskStage => {
  const teams = new Map<string, AgencyTeam>();
  const receivingUnit = units.get(desk.receivingUnitId);
  if (receivingUnit === undefined) throw new Error(`no unit ${desk.receivingUnitId}`);
  return {
    world, team, receivingUnit,
    year: world.name === 'kybac-2019' ? 2019 : 2026,
    place: { desk, units, calendar: { working: HA_TINH_CALENDAR, compiled: CALENDAR }, forms: SHIPPED_FORMS, signers: [] },
    actor: {
      accountId: team.clerk.accountId, fullName: team.clerk.name, title: team.clerk.title, roles: ['postal-clerk'],
      officer: { accountId: team.officer.accountId, fullName: team.officer.name, title: team.officer.title },
      confirmation: { kind: 'pin', officer: { accountId: team.officer.accountId, fullName: team.officer.name } },
    },
    teamFor: (agencyUnitId, field) => {
      const key = `${agencyUnitId} ${field}`;
      const known = teams.get(key) ?? agencyTeamOf(world, agencyUnitId, field);
      teams.set(key, known);
      return known;
    },
  };
};

export const unitTreeOf = (world: World): UnitTree => unitTree(world.units);

/** When somebody comes in on that day. */
export const arrivalOn = (day: PlainDate, random: Random): Moment => {
  const minute = random.weighted(ARRIVALS) + random.between(0, 29);
  const two = (value: number): string => String(value).padStart(2, '0');
  return momentAt(day, `${two(Math.floor(minute / 60))}:${two(minute % 60)}` as WallTime);
};

const placeOf = ({ place, year }: DeskStage): Omit<Person['address'], 'line'> => {
  const commune = place.units.get(place.desk.communeUnitId);
  const communeName = (commune?.shortName ?? '').replace(/^UBND /, '');
  return year === 2019 ? { communeName, districtName: 'huyện Kỳ Anh', provinceName: 'tỉnh Hà Tĩnh' } : { communeName, provinceName: 'tỉnh Hà Tĩnh' };
};

const factsOf = (stage: DeskStage, at: Moment, procedure: ProcedureVersion, transfer: TransferEntry): ReceiveFacts => ({
  now: at, desk: stage.place.desk, transfer, procedure, calendar: CALENDAR, unknownScans: [], actor: stage.actor, receivingUnit: stage.receivingUnit,
});

const partiesOf = (stage: DeskStage, n: number, procedure: ProcedureVersion, random: Random): Parties => {
  const applicant = aPerson(n, stage.year, placeOf(stage));
  if (procedure.mustBePresent || !random.chance(0.12)) return { applicant };
  return { applicant, owner: aPerson(n + 500_000, stage.year, placeOf(stage)), representation: { kind: 'family', relation: random.pick(['Con ruột', 'Vợ', 'Chồng', 'Cha', 'Mẹ', 'Anh ruột']) } };
};

export const receiveVisit = (
  stage: DeskStage, n: number, at: Moment, procedure: ProcedureVersion, transfer: TransferEntry, random: Random,
  more: { readonly batch?: { readonly batchId: string; readonly applicant: Person }; readonly filed?: Filing } = {},
): Visit => {
  const { batch, filed } = more;
  const regime = transfer.mode === 'postal-service' ? 'public-post' as const : 'one-stop' as const;
  const family = partiesOf(stage, n, procedure, random);
  const parties: Parties = batch === undefined ? family : {
    applicant: batch.applicant, owner: aPerson(n, stage.year, placeOf(stage)),
    representation: { kind: 'authorisation', relation: 'Trưởng thôn nộp thay theo ủy quyền', paperNumber: `${n % 100}/UQ` },
  };
  const command = aReceiveCommand(n, {
    deskId: stage.place.desk.deskId, procedure, regime, year: stage.year, parties, ...(filed === undefined ? {} : { channel: 'online' as const }),
    caseId: random.pick(procedure.cases).caseId,
    dossierId: timedUuidOf(momentToEpoch(filed?.at ?? at), `${stage.world.name}/${n}`),
    quantity: procedure.code === '2.000635' ? random.between(1, 4) : 1,
    ...(batch === undefined ? {} : { batchId: batch.batchId }),
  });
  const decision = receiveDossier(command, {
    ...factsOf(stage, at, procedure, transfer), ...(filed === undefined ? {} : { filed: { state: 'filed-online' as const, revision: 1, code: filed.code } }),
  });
  if (!decision.ok) throw new Error(`${procedure.code} ${n}: ${JSON.stringify(decision.refusal)}`);
  return {
    kind: 'received', n, at, stage, procedure, transfer, parties: command.parties, dossierId: command.dossierId,
    command, received: decision.value, agency: stage.teamFor(transfer.agencyUnitId, procedure.field), ...(filed === undefined ? {} : { filed }),
  };
};

/** At the fast path little is written down: a name, and the commune for an address. */
const requesterOf = (person: Person): Person => ({
  fullName: person.fullName, address: { ...person.address, line: '' },
  identity: { kind: 'none', number: '', reason: 'Giải quyết ngay, không ghi giấy tờ tùy thân' },
});

export const certifyVisit = (
  stage: DeskStage, n: number, at: Moment, procedure: ProcedureVersion, transfer: TransferEntry, random: Random,
): Visit => {
  const papers: readonly string[] = stage.year === 2019 ? CERTIFIED_PAPERS_2019 : CERTIFIED_PAPERS;
  const dossierId = timedUuidOf(momentToEpoch(at), `${stage.world.name}/${n}`) as DossierId;
  const count = random.weighted([[1, 60], [2, 25], [3, 10], [4, 5]] as const);
  const decision = certifyCopies({
    dossierId, deskId: stage.place.desk.deskId, procedureCode: procedure.code, procedureVersion: procedure.version,
    lines: Array.from({ length: count }, (_, index) => ({
      paperName: papers[(n + index * 3) % papers.length] as string, pages: random.weighted([[1, 45], [2, 35], [4, 15], [9, 5]] as const), copies: random.between(1, 6), scans: [],
    })),
    resolvedNow: true, isLarge: false, receiptAsked: false, collected: true,
  }, factsOf(stage, at, procedure, transfer));
  if (!decision.ok) throw new Error(`${procedure.code} ${n}: ${JSON.stringify(decision.refusal)}`);
  return { kind: 'certified', n, at, stage, procedure, transfer, dossierId, parties: { applicant: requesterOf(aPerson(n, stage.year, placeOf(stage))) }, certified: decision.value };
};

