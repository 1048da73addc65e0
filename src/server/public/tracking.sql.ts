// The digits that open a dossier are asked alone, so that a code that exists costs what an unknown one costs;
// everything a citizen may see of it is read only once they were right.
import type { Pool } from 'pg';
import type { OnlineAnswers } from '#core/dossier/answer-supplement.ts';
import type { SupplementItem } from '#core/dossier/ask-supplement.ts';
import { ownCode } from '../reading/code-alias.ts';
import type { ClockStanding } from '#core/dossier/clock-words.ts';
import type { ReturnWish } from '#core/dossier/dossier.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { Parties } from '#core/people/person.ts';
import type { ThingNow } from '#public/things-now.ts';

export type TrackedRow = {
  readonly dossierId: string;
  readonly code: string;
  readonly codeIsProvisional: boolean;
  readonly procedureName: string;
  readonly state: DossierState;
  readonly receivedAt: Moment;
  readonly closedAt: Moment | null;
  readonly dueAt: Moment | null;
  readonly due: ClockStanding | null;
  readonly returnWish: ReturnWish;
  readonly deskName: string;
  readonly deskShortName: string;
  readonly deskAddress: string;
  readonly deskPhone: string;
  readonly siteId: string;
  readonly agencyName: string;
  readonly agencyPhone: string | null;
  readonly sectionName: string | null;
  readonly sectionPhone: string | null;
  readonly fees: readonly { readonly kind: 'fee' | 'charge'; readonly name: string; readonly amount: number; readonly exemption: string | null; readonly collected: boolean }[];
  readonly steps: readonly { readonly name: string; readonly unit: string; readonly startedAt: string; readonly finishedAt: string | null; readonly result: string | null }[];
  readonly handOvers: readonly { readonly direction: 'to-agency' | 'to-desk'; readonly sentAt: string; readonly receivedAt: string | null; readonly result: string | null; readonly endsOn: PlainDate | null }[];
  readonly onlineAnswers: OnlineAnswers | null;
  readonly supplements: readonly {
    readonly requestNo: number; readonly askedAt: string; readonly answeredAt: string | null; readonly answeredVia: 'post' | 'online' | null;
    readonly answerBy: string | null; readonly reason: string; readonly items: readonly SupplementItem[];
    readonly answers: readonly {
      readonly sentAt: string; readonly isLate: boolean; readonly papers: readonly { readonly name: string; readonly files: number }[];
      readonly decision: 'accepted' | 'turned-back' | null; readonly decidedAt: string | null; readonly reason: string | null; readonly missing: readonly string[] | null;
    }[];
  }[];
  readonly things: readonly (ThingNow & { readonly name: string | null; readonly roundNo: number | null; readonly where: string | null })[];
  readonly outcome: { readonly kind: 'outcome' | 'refusal'; readonly name: string; readonly issuedAt: string } | null;
};

export const findParties = async (pool: Pool, provinceId: number, code: string): Promise<Parties | undefined> => {
  const { rows } = await pool.query<{ parties: Parties }>({
    name: 'find-tracked-parties',
    text: `select parties from motcua.dossier where province_id = $1 and code = ${ownCode('$2')}`,
    values: [provinceId, code],
  });
  return rows[0]?.parties;
};

export const findTracked = async (pool: Pool, provinceId: number, code: string): Promise<TrackedRow | undefined> => {
  const { rows } = await pool.query<TrackedRow>({
    name: 'find-tracked',
    text: `
      select d.dossier_id as "dossierId", d.code, d.code_is_provisional as "codeIsProvisional", d.procedure_name as "procedureName", d.state,
        d.received_at as "receivedAt", d.closed_at as "closedAt", d.due_at as "dueAt", d.due,
        d.return_wish as "returnWish", k.name as "deskName", k.short_name as "deskShortName", k.address as "deskAddress", k.phone as "deskPhone",
        k.site_id as "siteId", k.online_answers as "onlineAnswers", a.name as "agencyName", a.phone as "agencyPhone",
        s.name as "sectionName", s.phone as "sectionPhone",
        coalesce((select jsonb_agg(jsonb_build_object('kind', f.kind, 'name', f.name, 'amount', f.amount,
            'exemption', f.exemption, 'collected', f.collected_at is not null) order by f.line_no)
          from motcua.dossier_fee f where f.province_id = $1 and f.dossier_id = d.dossier_id), '[]') as fees,
        coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'unit', u.name, 'startedAt', t.started_at,
            'finishedAt', t.finished_at, 'result', t.result) order by t.line_no)
          from motcua.dossier_step t join motcua.unit u on u.province_id = $1 and u.unit_id = t.unit_id
          where t.province_id = $1 and t.dossier_id = d.dossier_id), '[]') as steps,
        coalesce((select jsonb_agg(jsonb_build_object('direction', h.direction, 'sentAt', h.sent_at,
            'receivedAt', h.received_at, 'result', l.result, 'endsOn', l.transit->>'endsOn') order by h.sent_at)
          from motcua.hand_over_line l
          join motcua.hand_over h on h.province_id = $1 and h.hand_over_id = l.hand_over_id
          where l.province_id = $1 and l.dossier_id = d.dossier_id and not l.follows), '[]') as "handOvers",
        coalesce((select jsonb_agg(jsonb_build_object('requestNo', r.request_no, 'askedAt', r.asked_at, 'answeredAt', r.answered_at,
            'answeredVia', r.answered_via, 'answerBy', r.answer_by, 'reason', r.reason, 'items', r.items, 'answers', coalesce((
              select jsonb_agg(jsonb_build_object('sentAt', w.sent_at, 'isLate', w.is_late, 'decision', w.decision, 'decidedAt', w.decided_at,
                'reason', w.reason, 'missing', w.missing, 'papers', (
                  select jsonb_agg(jsonb_build_object('name', g.name, 'files', g.files) order by g.item_no) from (
                    select f.item_no, f.name, count(*) as files from motcua.supplement_answer_file f
                    where f.province_id = $1 and f.dossier_id = d.dossier_id and f.request_no = w.request_no and f.answer_no = w.answer_no
                    group by f.item_no, f.name) g)) order by w.answer_no)
              from motcua.supplement_answer w
              where w.province_id = $1 and w.dossier_id = d.dossier_id and w.request_no = r.request_no), '[]')) order by r.request_no)
          from motcua.supplement_request r where r.province_id = $1 and r.dossier_id = d.dossier_id), '[]') as supplements,
        coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'name', t.name, 'roundNo', t.round_no, 'count', t.count, 'holder', t.holder_kind, 'where', case
              when coalesce(t.bound_kind, t.holder_kind) = 'desk' then (select h.name from motcua.desk h where h.province_id = $1 and h.desk_id = coalesce(t.bound_id, t.holder_id))
              when coalesce(t.bound_kind, t.holder_kind) in ('agency', 'archive') then (select h.name from motcua.unit h where h.province_id = $1 and h.unit_id = coalesce(t.bound_id, t.holder_id)) end)
            order by t.kind, t.round_no, t.thing_id)
          from motcua.custody_thing t where t.province_id = $1 and t.dossier_id = d.dossier_id and t.kind <> 'envelope'), '[]') as things,
        (select jsonb_build_object('kind', o.kind, 'name', o.name, 'issuedAt', o.issued_at)
          from motcua.outcome o where o.province_id = $1 and o.dossier_id = d.dossier_id
          order by o.outcome_no desc limit 1) as outcome
      from motcua.dossier d
      join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id
      join motcua.unit a on a.province_id = $1 and a.unit_id = d.agency_unit_id
      left join motcua.unit s on s.province_id = $1 and s.unit_id = d.section_unit_id
      where d.province_id = $1 and d.code = ${ownCode('$2')}`,
    values: [provinceId, code],
  });
  return rows[0];
};
