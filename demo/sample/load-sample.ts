// The sample of a world's past: a month of Hà Tĩnh in 2026, two weeks of Kỳ Phong in 2019.
// Kỳ Bắc itself opens on 18/11/2019 with nothing of its own.
import type { ClientBase } from 'pg';
import type { DossierCode } from '#core/dossier/dossier.ts';
import { type PlainDate, type WallTime, addDays, dateOf, momentAt, weekdayOf } from '#core/kernel/moment.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { completePapers } from '../builders.ts';
import { uuidOf } from '../identifiers.ts';
import { aPerson } from '../people.ts';
import { type Random, seededRandom } from '../random.ts';
import { insertRows } from '../rows.ts';
import type { World } from '../worlds.ts';
import { type Books, openBooks } from './books.ts';
import { clockMinutesLater, workingDaysFrom } from './clock.ts';
import type { Question } from './guidance.ts';
import { MIX_2019, MIX_2026, type Share, VISITORS_2019, VISITORS_2026 } from './mix.ts';
import { type Happening, planOf } from './plan.ts';
import { deskTeamOf } from './staffing.ts';
import { strandedCourses } from './stranded.ts';
import { type DeskStage, type Filing, arrivalOn, certifyVisit, deskStage, receiveVisit, unitTreeOf } from './visit.ts';
import { writePast } from './write-past.ts';

type Season = { readonly days: readonly PlainDate[]; readonly mix: readonly Share[]; readonly visitors: Readonly<Record<string, number>>; readonly seed: number };

const seasonOf = (world: World): Season => world.name === 'kybac-2019'
  ? { days: workingDaysFrom('2019-11-04', '2019-11-15'), mix: MIX_2019, visitors: VISITORS_2019, seed: 181_119 }
  : { days: workingDaysFrom('2026-10-26', '2026-11-20'), mix: MIX_2026, visitors: VISITORS_2026, seed: 231_126 };

/** Tables in the order in which their rows may be written. */
const TABLES = [
  'number_counter', 'register_book', 'dossier', 'register_entry', 'dossier_paper', 'dossier_fee', 'dossier_step', 'certification_entry', 'supplement_request', 'financial_duty',
  'outcome', 'outcome_return', 'guidance', 'issued_paper', 'invitation', 'hand_over', 'hand_over_line', 'custody_thing', 'custody_event', 'bag', 'custody_case', 'custody_case_content', 'journal', 'journal_head',
] as const;

type Past = { readonly courses: (readonly Happening[])[]; readonly questions: Question[] };
type DeskDay = { readonly stage: DeskStage; readonly day: PlainDate; readonly transfers: ReadonlyMap<string, TransferEntry>; readonly random: Random };

/** Sent from home the evening before; every eighth of those that may be, in 2026. */
const filingFor = ({ stage, day, random }: DeskDay, procedure: ProcedureVersion, n: number): Filing | undefined => {
  if (!procedure.channels.includes('online') || procedure.numberSource === 'theirs' || !random.chance(0.14)) return undefined;
  const evening = addDays(day, -1);
  const at = momentAt(evening, `${random.between(19, 21)}:${random.between(10, 59)}` as WallTime);
  return { at, code: `G22.${stage.world.name === 'hatinh-2026' ? '42' : '01'}-${evening.replaceAll('-', '')}-${String(n).padStart(7, '0')}` as DossierCode };
};

const procedureOf = (stage: DeskStage, code: string): ProcedureVersion => {
  const found = stage.world.procedures.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no procedure ${code}`);
  return found;
};

const visitsOn = (past: Past, { stage, day, transfers, random }: DeskDay, season: Season): void => {
  const visitors = season.visitors[stage.place.desk.deskId] ?? 0;
  const monday = weekdayOf(day) === 1 ? 1.15 : 1;
  const count = Math.round(visitors * monday * (0.8 + random.next() * 0.4));
  const offered = season.mix.filter(([code, weight]) => weight > 0 && transfers.has(code));
  const arrivals = Array.from({ length: count }, () => arrivalOn(day, random)).toSorted();
  for (const at of arrivals) {
    const code = random.weighted(offered);
    const transfer = transfers.get(code) as TransferEntry;
    const procedure = procedureOf(stage, code);
    const n = past.courses.length + 1;
    if (code === '2.000815') {
      past.courses.push(planOf(certifyVisit(stage, n, at, procedure, transfer, random), random));
      continue;
    }
    if (random.chance(0.05) && completePapers(procedure.cases[0]?.checklist ?? []).length > 1) {
      past.questions.push({ kind: 'question', at: clockMinutesLater(at, -4), stage, procedure, agencyUnitId: transfer.agencyUnitId, person: aPerson(n + 700_000, stage.year), refused: random.chance(0.08) });
    }
    const filed = stage.year === 2026 ? filingFor({ stage, day, transfers, random }, procedure, n) : undefined;
    past.courses.push(planOf(receiveVisit(stage, n, at, procedure, transfer, random, filed === undefined ? {} : { filed }), random));
  }
};

/** Filed over the weekend before the world begins: they wait for the desk to open. */
const weekendFilings = (past: Past, { stage, day, transfers, random }: DeskDay): void => {
  for (const code of ['1.001193', '2.000635', '1.004873', '1.004194', '1.001612', '1.014027']) {
    const transfer = transfers.get(code);
    if (transfer === undefined || !random.chance(0.45)) continue;
    const n = past.courses.length + 1;
    const at = momentAt(addDays(day, random.between(1, 2)), `${random.between(8, 20)}:${random.between(10, 59)}`.padStart(5, '0') as WallTime);
    const filed: Filing = { at, code: `G22.42-${dateOf(at).replaceAll('-', '')}-${String(n).padStart(7, '0')}` as DossierCode };
    past.courses.push(planOf(receiveVisit(stage, n, momentAt(addDays(day, 3), '08:30' as WallTime), procedureOf(stage, code), transfer, random, { filed }), random));
  }
};

/** Refused and signed, not yet sent back: kept at the agency when the world begins. */
const refusalsAtAgency = (past: Past, { stage, day, transfers, random }: DeskDay): void => {
  const code = '1.004873';
  const transfer = transfers.get(code);
  if (transfer === undefined) return;
  const visit = receiveVisit(stage, past.courses.length + 1, arrivalOn(day, random), procedureOf(stage, code), transfer, random);
  past.courses.push(planOf(visit, random, 'refused').filter((one) => one.kind !== 'send' && one.kind !== 'accept-outcome' && one.kind !== 'return'));
};

/** A hamlet head brings twelve requests of poor households in one morning. */
const batchOn = (past: Past, { stage, day, transfers, random }: DeskDay): void => {
  const transfer = transfers.get('1.011607');
  if (transfer === undefined) return;
  const procedure = procedureOf(stage, '1.011607');
  const batch = { batchId: uuidOf(`${stage.world.name}/batch/${stage.place.desk.deskId}/${day}`), applicant: aPerson(past.courses.length + 900_000, stage.year) };
  const at = arrivalOn(day, random);
  for (let i = 0; i < 12; i++) past.courses.push(planOf(receiveVisit(stage, past.courses.length + 1, at, procedure, transfer, random, { batch }), random));
};

/** Kỳ Bắc's world begins with nothing on the road. */
const STRANDED_AT = 'vu-quang';

/** Sent a week before the world begins, and not arrived. */
const strand = (past: Past, { stage, day, transfers }: DeskDay, season: Season): void => {
  const carried = season.mix.flatMap(([code]) => transfers.get(code) ?? []).filter(({ procedureCode, agencyUnitId }) => procedureCode !== '2.000815' && agencyUnitId !== stage.place.desk.receivingUnitId);
  const [transfer] = carried;
  if (transfer === undefined) throw new Error(`nothing leaves ${stage.place.desk.deskId}`);
  let n = past.courses.length;
  past.courses.push(...strandedCourses({
    seed: season.seed + 1, lostOn: season.days.at(-1) ?? day,
    receive: (random) => {
      n += 1;
      const visit = receiveVisit(stage, n, arrivalOn(day, random), procedureOf(stage, transfer.procedureCode), transfer, random);
      if (visit.kind !== 'received') throw new Error('certified at once');
      return visit;
    },
  }));
};

const pastOf = (world: World): Past => {
  const season = seasonOf(world);
  const units = unitTreeOf(world);
  const random = seededRandom(season.seed);
  const past: Past = { courses: [], questions: [] };
  let strandedFrom: DeskDay | undefined;
  for (const deskId of Object.keys(season.visitors)) {
    const desk = world.desks.find((one) => one.deskId === deskId);
    const team = deskTeamOf(world, deskId);
    if (desk === undefined || team === undefined) throw new Error(`nobody at desk ${deskId}`);
    const stage = deskStage(world, units, desk, team);
    const transfers = new Map(world.transfers.filter((one) => one.deskId === deskId).map((one) => [one.procedureCode as string, one]));
    for (const [index, day] of season.days.entries()) {
      const deskDay = { stage, day, transfers, random };
      visitsOn(past, deskDay, season);
      if (index === season.days.length - 6 && deskId === STRANDED_AT) strandedFrom = deskDay;
      if (index === 6) batchOn(past, deskDay);
      if (index === season.days.length - 4 && world.name === 'hatinh-2026') refusalsAtAgency(past, deskDay);
      if (index === season.days.length - 1 && world.name === 'hatinh-2026') weekendFilings(past, deskDay);
    }
  }
  // after all others, and by a chance of its own: what was there stays as it was
  if (strandedFrom) strand(past, strandedFrom, season);
  return past;
};

/** The rows of the sample, without a database: for tests. */
export const sampleBooks = (world: World, clockOffsetSeconds: number): { readonly books: Books; readonly dossiers: number } => {
  const books = openBooks(world.name, clockOffsetSeconds);
  const { courses, questions } = pastOf(world);
  return { dossiers: writePast(books, courses, questions, world.startsAt), books };
};

export const loadSample = async (client: ClientBase, world: World, clockOffsetSeconds: number): Promise<number> => {
  const { books, dossiers } = sampleBooks(world, clockOffsetSeconds);
  for (const table of TABLES) await insertRows(client, table, books.rowsOf(table));
  return dossiers;
};
