// Every hand that had the dossier, in order: hand-overs between desk and agency, and the steps between.
import type { PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';

export type Movement = {
  readonly kind: 'hand-over' | 'step';
  readonly at: Moment | null;
  readonly giverUnit: string;
  readonly giverName: string | null;
  readonly takerUnit: string;
  readonly takerName: string | null;
  readonly dueAt: Moment | null;
  readonly finishedAt: Moment | null;
  readonly note: string | null;
};

export const findMovements = async (db: PoolClient, provinceId: number, dossierId: string): Promise<readonly Movement[]> => {
  const { rows } = await db.query<Movement>({
    name: 'find-movements',
    text: `
      select 'hand-over' as kind, coalesce(h.received_at, h.sent_at) as at,
        case h.direction when 'to-agency' then k.name else u.name end as "giverUnit", h.sent_by_name as "giverName",
        case h.direction when 'to-agency' then u.name else k.name end as "takerUnit", h.received_by_name as "takerName",
        null::timestamptz as "dueAt", null::timestamptz as "finishedAt", l.note, h.sent_at as sorted,
        case h.direction when 'to-agency' then 0 else 10000 end as rank
      from motcua.hand_over_line l
      join motcua.hand_over h on h.province_id = $1 and h.hand_over_id = l.hand_over_id
      join motcua.desk k on k.province_id = $1 and k.desk_id = h.desk_id
      join motcua.unit u on u.province_id = $1 and u.unit_id = h.agency_unit_id
      where l.province_id = $1 and l.dossier_id = $2 and not l.follows
      union all
      select 'step', s.finished_at, u.name, s.account_name,
        -- what is asked for goes to the citizen, who gives it back to the section
        case s.result when 'supplement-asked' then 'Người nộp hồ sơ' else coalesce(n.unit_name, u.name) end,
        case s.result when 'supplement-asked' then d.parties->'applicant'->>'fullName' else n.account_name end, s.due_at, s.finished_at,
        case s.result when 'sent-back' then 'Trả lại: ' when 'supplement-asked' then 'Yêu cầu bổ sung: ' when 'refused' then 'Từ chối: ' else '' end
          || coalesce(s.note, s.name), s.finished_at, s.line_no
      from motcua.dossier_step s
      join motcua.dossier d on d.province_id = $1 and d.dossier_id = $2
      join motcua.unit u on u.province_id = $1 and u.unit_id = s.unit_id
      left join lateral (
        select v.name as unit_name, f.account_name from motcua.dossier_step f
        join motcua.unit v on v.province_id = $1 and v.unit_id = f.unit_id
        where f.province_id = $1 and f.dossier_id = $2 and f.line_no = s.line_no + 1) n on true
      where s.province_id = $1 and s.dossier_id = $2 and s.finished_at is not null
      order by sorted, rank`,
    values: [provinceId, dossierId],
  });
  return rows;
};
