// Dossiers laid straight into a world's tables, in any state: what an act of the agency begins with.
import { createHash } from 'node:crypto';

/** A pool, or whoever asks it. */
type Database = { readonly query: (text: string, values: unknown[]) => Promise<unknown> };

export type Planted = {
  readonly dossierId: string;
  readonly code: string;
};

export type Plant = {
  readonly no: number;
  readonly agencyUnitId: string;
  readonly procedureCode: string;
  readonly deskId?: string;
  readonly state?: string;
  readonly regime?: 'one-stop' | 'public-post';
  readonly channel?: 'counter' | 'post';
  readonly receivedAt?: string;
  readonly dueAt?: string | null;
  readonly assigneeId?: string;
  readonly sectionUnitId?: string;
  readonly stepNo?: number;
  readonly stepRole?: string;
};

/** The same id for the same number, in every run. */
export const plantedId = (no: number): string => {
  const hex = createHash('sha256').update(`planted/${no}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const APPLICANT = {
  fullName: 'Nguyễn Văn Thử', identity: { kind: 'old-identity-card', number: '183000001' }, phone: '0912000001',
  address: { line: 'thôn Phương Giai', communeName: 'xã Kỳ Bắc', districtName: 'huyện Kỳ Anh', provinceName: 'tỉnh Hà Tĩnh' },
} as const;

const DUE_AT = '2019-11-22T17:30:00+07:00';

/** What waits has been asked for. */
const ASKED: Readonly<Record<string, object>> = {
  'supplement-asked': { kind: 'supplement-asked', policy: 'RESTART' }, 'awaiting-financial-duty': { kind: 'financial-duty-asked' },
};

const clockOf = (plant: Plant, receivedAt: string, runs: boolean): object => {
  const asked = ASKED[plant.state ?? ''];
  return {
    receivedAt, startRule: plant.regime === 'public-post' ? 'hand-over' : 'desk', ...(runs || plant.regime !== 'public-post' ? { startsAt: receivedAt } : {}),
    large: false, channel: plant.channel ?? 'counter', cutoffTime: '15:00', policy: 'RESTART', calendar: 'hatinh@1',
    events: asked ? [{ ...asked, at: receivedAt }] : [],
  };
};

/** Handed over to the agency on the record numbered like the dossier, unless another state is named. */
export const plantDossier = async (pool: Database, plant: Plant): Promise<Planted> => {
  const dossierId = plantedId(plant.no);
  const code = `000.22.36.H27-191118-${String(plant.no).padStart(4, '0')}`;
  const deskId = plant.deskId ?? 'ky-bac';
  const receivedAt = plant.receivedAt ?? '2019-11-18T07:00:00+07:00';
  const dueAt = plant.dueAt === undefined ? DUE_AT : plant.dueAt;
  const due = dueAt === null ? null
    : { due: dueAt, countsFrom: receivedAt, explanation: [], dependsOnUnconfirmed: false, calendarVersion: 'hatinh@1' };
  await pool.query(
    `insert into motcua.dossier (province_id, dossier_id, code, procedure_code, procedure_version, procedure_name, case_id, channel, regime,
       mode, desk_id, receiving_unit_id, agency_unit_id, parties, answers, return_wish, set_count, receiver_id, receiver_name, state, revision,
       received_at, recorded_at, due_at, due, calendar_version, section_unit_id, assignee_id, step_no, step_role, names_folded, identity_numbers, clock, clock_state)
     select 42, $1, $2, p.procedure_code, p.version, p.name, p.content->'cases'->0->>'caseId', $3, $4, 'support', k.desk_id, k.receiving_unit_id,
       $5, $6, '{}', jsonb_build_object('kind', 'at-desk', 'deskId', k.desk_id), 1, '00000000-0000-7000-8000-000000000000', 'Trần Văn Trúc', $7, 2,
       $8, now(), $9, $10, 'hatinh@1', $11, $12, $13, $14, 'nguyen van thu', '{183000001}',
       jsonb_build_object('siteId', k.site_id, 'limit', coalesce(
         jsonb_path_query_first(p.content, '$.limits[*] ? (@.channel == $channel).limit', jsonb_build_object('channel', $3::text)),
         jsonb_path_query_first(p.content, '$.limits[*] ? (@.channel == "counter").limit'))) || $17::jsonb, case when $9::timestamptz is not null then 'running' end
     from motcua.procedure_version p, motcua.desk k
     where p.procedure_code = $15 and p.valid_to is null and k.desk_id = $16
     order by p.version desc limit 1`,
    [
      dossierId, code, plant.channel ?? 'counter', plant.regime ?? 'one-stop', plant.agencyUnitId, { applicant: APPLICANT },
      plant.state ?? 'handed-over', receivedAt, dueAt, due, plant.sectionUnitId ?? null, plant.assigneeId ?? null,
      plant.stepNo ?? null, plant.stepRole ?? null, plant.procedureCode, deskId, clockOf(plant, receivedAt, dueAt !== null),
    ],
  );
  if ((plant.state ?? 'handed-over') === 'handed-over') {
    await pool.query(
      `insert into motcua.hand_over (province_id, hand_over_id, direction, desk_id, agency_unit_id, record_number, sent_at, sent_by, sent_by_name)
       values (42, $1, 'to-agency', $2, $3, $4, $5, '00000000-0000-7000-8000-000000000000', 'Trần Văn Trúc')`,
      [plantedId(100_000 + plant.no), deskId, plant.agencyUnitId, `${String(plant.no).padStart(2, '0')}/BBGN`, receivedAt],
    );
    await pool.query(
      'insert into motcua.hand_over_line (province_id, hand_over_id, dossier_id, paper_count) values (42, $1, $2, 3)',
      [plantedId(100_000 + plant.no), dossierId],
    );
  }
  return { dossierId, code };
};
