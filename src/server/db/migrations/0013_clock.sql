-- The clock of a dossier: what its due moment was reckoned from (clock), and what came out (due, due_at, clock_state,
-- second_request), so that it can be reckoned again years later. Null: no clock (filed and not yet received, resolved
-- at once) or, for dossiers of before, too little was kept. What was pieced together here says "carriedOver".
set search_path = motcua;
alter table dossier
  add column clock jsonb,
  add column clock_state text,
  add column second_request boolean not null default false; -- asked to supplement more than once: counts as late in reports

with moment as (
  select 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"' as form, 'Asia/Ho_Chi_Minh' as zone
), event as (
  select r.province_id, r.dossier_id, r.asked_at as at, 'supplement-asked' as kind, '{"policy": "RESTART"}'::jsonb as more from supplement_request r
  union all
  select r.province_id, r.dossier_id, r.answered_at, 'supplied', '{"complete": true}' from supplement_request r where r.answered_at is not null
  union all
  select f.province_id, f.dossier_id, f.asked_at, 'financial-duty-asked', '{}' from financial_duty f
  union all
  select f.province_id, f.dossier_id, f.settled_at, 'financial-duty-settled', '{}' from financial_duty f where f.settled_at is not null
  union all
  select o.province_id, o.dossier_id, min(o.issued_at), case when bool_or(o.kind = 'refusal') then 'refused' else 'finished' end, '{}'
  from outcome o group by o.province_id, o.dossier_id
  union all
  select d.province_id, d.dossier_id, d.closed_at, 'withdrawn', '{}' from dossier d where d.state = 'withdrawn' and d.closed_at is not null
  union all
  select d.province_id, d.dossier_id, d.closed_at, 'stopped', '{"ground": "Dừng giải quyết hồ sơ"}' from dossier d where d.state = 'stopped' and d.closed_at is not null
  union all
  select d.province_id, d.dossier_id, d.closed_at, 'stopped', '{"ground": "Hủy tiếp nhận (nhập sai)"}' from dossier d where d.state = 'cancelled' and d.closed_at is not null
), history as (
  select e.province_id, e.dossier_id,
    jsonb_agg(jsonb_build_object('kind', e.kind, 'at', to_char(e.at at time zone m.zone, m.form)) || e.more order by e.at) as events,
    count(*) filter (where e.kind = 'supplement-asked') as requests
  from event e, moment m group by e.province_id, e.dossier_id
), begun as (
  select s.province_id, s.dossier_id, min(s.started_at) as at from dossier_step s group by s.province_id, s.dossier_id
), known as (
  select d.province_id, d.dossier_id, d.received_at, d.regime, d.channel, d.calendar_version, k.site_id, h.events, coalesce(h.requests, 0) as requests,
    case d.regime when 'public-post' then b.at else d.received_at end as starts_at,
    coalesce(
      jsonb_path_query_first(p.content, '$.limits[*] ? (@.channel == $channel).limit', jsonb_build_object('channel', d.channel)),
      jsonb_path_query_first(p.content, '$.limits[*] ? (@.channel == "counter").limit')) as time_limit,
    jsonb_path_exists(d.due, '$.explanation[*] ? (@.rule == "extra-days-if-large")') as large,
    case
      when d.state in ('withdrawn', 'stopped', 'cancelled') then 'stopped'
      when h.events @> '[{"kind": "refused"}]' or h.events @> '[{"kind": "finished"}]' then 'finished'
      when d.state in ('supplement-asked', 'awaiting-financial-duty') then 'paused'
      when coalesce(h.requests, 0) > 0 then 'restarted'
      else 'running' end as state
  from dossier d
  join desk k on k.province_id = d.province_id and k.desk_id = d.desk_id
  join procedure_version p on p.province_id = d.province_id and p.procedure_code = d.procedure_code and p.version = d.procedure_version
  left join history h on h.province_id = d.province_id and h.dossier_id = d.dossier_id
  left join begun b on b.province_id = d.province_id and b.dossier_id = d.dossier_id
  where d.state not in ('filed-online', 'resolved-at-desk', 'refused-at-desk') and d.calendar_version like '%@%'
)
update dossier d
set clock = jsonb_strip_nulls(jsonb_build_object(
      'receivedAt', to_char(n.received_at at time zone m.zone, m.form), 'startsAt', to_char(n.starts_at at time zone m.zone, m.form),
      'startRule', case n.regime when 'public-post' then 'hand-over' else 'desk' end,
      'limit', n.time_limit, 'large', coalesce(n.large, false), 'siteId', n.site_id, 'channel', n.channel, 'cutoffTime', '15:00', 'policy', 'RESTART',
      'calendar', n.calendar_version, 'events', coalesce(n.events, '[]'), 'carriedOver', true)),
  clock_state = case when d.due is not null then n.state end,
  second_request = n.requests > 1,
  due = d.due || jsonb_build_object('state', n.state, 'supplementRequests', n.requests, 'secondRequest', n.requests > 1)
from known n, moment m
where d.province_id = n.province_id and d.dossier_id = n.dossier_id and n.time_limit is not null;

create or replace view reporting.dossier as
  select province_id, code, procedure_code, procedure_name, channel, regime, desk_id, receiving_unit_id,
         agency_unit_id, state, received_at, due_at, closed_at, clock_state, second_request
  from motcua.dossier;
