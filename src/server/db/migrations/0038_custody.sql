-- Who holds what: one row a thing, which names its one holder, and the events it follows from, which are only added to.
-- A difference between two sides is a thing of its own that nobody has, with a case.
-- @law QĐ 45/2016/QĐ-TTg Đ.6, Đ.7, Đ.8, Đ.9
set search_path = motcua;

create table custody_thing (
  province_id smallint not null,
  thing_id uuid not null,
  kind text not null check (kind in ('papers', 'paper', 'outcome', 'recalled', 'envelope', 'bag')),
  dossier_id uuid,
  round_no smallint, -- 0 at intake, then per supplement
  lines smallint[] not null default '{}', -- of dossier_paper
  name text,
  label text, -- as its barcode reads
  count integer not null check (count > 0),
  holder_kind text not null check (holder_kind in ('desk', 'agency', 'archive', 'courier', 'carrier', 'transit', 'citizen', 'unaccounted', 'destroyed')),
  holder_id text not null, -- desk, unit, account or record; empty where the kind says all
  -- between two sides only: who sent it, and who alone can receive it
  sender_kind text,
  sender_id text,
  bound_kind text,
  bound_id text,
  inside_id uuid, -- the envelope or bag it lies in; held by whoever holds that
  since timestamptz not null,
  last_event_no integer not null,
  primary key (province_id, thing_id),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id),
  check ((holder_kind = 'transit') = (bound_kind is not null and bound_id is not null and sender_kind is not null and sender_id is not null))
);
-- "What do I hold" is one range of this index, however many things there are.
create index custody_thing_holder on custody_thing (province_id, holder_kind, holder_id, since, thing_id);
create index custody_thing_dossier on custody_thing (province_id, dossier_id);
create index custody_thing_bound on custody_thing (province_id, bound_kind, bound_id, since) where holder_kind = 'transit';
create index custody_thing_sender on custody_thing (province_id, sender_kind, sender_id, since) where holder_kind = 'transit';
create index custody_thing_inside on custody_thing (province_id, inside_id) where inside_id is not null;
create unique index custody_thing_label on custody_thing (province_id, label) where label is not null;

create table custody_event (
  province_id smallint not null,
  thing_id uuid not null,
  event_no integer not null,
  kind text not null check (kind in ('came', 'parted', 'split', 'packed', 'unpacked', 'sent', 'received', 'refused', 'taken-over', 'handed-out', 'archived', 'lost', 'found', 'corrected', 'destroyed')),
  from_kind text,
  from_id text,
  to_kind text not null,
  to_id text not null,
  sender_kind text,
  sender_id text,
  bound_kind text,
  bound_id text,
  record_id uuid, -- the paper that both sides sign
  count integer not null check (count > 0), -- pieces, once this has happened
  other_id uuid, -- parted from, parted off, or packed into
  corrects_event_no integer,
  note text,
  at timestamptz not null, -- business time
  recorded_at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  primary key (province_id, thing_id, event_no),
  foreign key (province_id, thing_id) references custody_thing (province_id, thing_id)
);
create index custody_event_record on custody_event (province_id, record_id) where record_id is not null;

create table custody_case (
  province_id smallint not null,
  case_id uuid not null,
  kind text not null check (kind in ('short', 'damaged', 'wrong-agency', 'not-taken')),
  thing_id uuid not null,
  dossier_id uuid,
  desk_id text not null,
  agency_unit_id text not null,
  record_id uuid,
  sent integer not null,
  arrived integer not null,
  note text not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  opened_by_name text not null,
  settle_by date not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_by_name text,
  settled_how text check (settled_how in ('found', 'reissued', 'borne', 'agreed')),
  cost_bearer text check (cost_bearer in ('post', 'agency', 'nobody')),
  settled_note text,
  primary key (province_id, case_id),
  foreign key (province_id, thing_id) references custody_thing (province_id, thing_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id),
  check ((settled_at is null) = (settled_how is null))
);
create index custody_case_desk on custody_case (province_id, desk_id, settle_by) where settled_at is null;
create index custody_case_agency on custody_case (province_id, agency_unit_id, settle_by) where settled_at is null;
create index custody_case_thing on custody_case (province_id, thing_id);

-- What was there before the ledger stands where its dossier's state says.
insert into custody_thing (province_id, thing_id, kind, dossier_id, round_no, lines, name, count, holder_kind, holder_id, sender_kind, sender_id, bound_kind, bound_id, since, last_event_no)
with there as (
  select d.province_id, d.dossier_id, d.desk_id, d.agency_unit_id, d.state, d.papers_at, d.received_at, d.closed_at, 'papers' as kind, p.round_no,
    array_agg(p.line_no order by p.line_no) as lines, null::text as name, sum(p.count)::integer as count,
    p.form = 'original' and coalesce(r.originals_returned, false) as went_home
  from dossier d
  join dossier_paper p on p.province_id = d.province_id and p.dossier_id = d.dossier_id and not p.shown_only and p.form <> 'e-copy'
  left join outcome_return r on r.province_id = d.province_id and r.dossier_id = d.dossier_id
  where d.state not in ('filed-online', 'refused-at-desk', 'resolved-at-desk', 'cancelled')
  group by 1, 2, 3, 4, 5, 6, 7, 8, 10, 14
  union all
  select d.province_id, d.dossier_id, d.desk_id, d.agency_unit_id, d.state, d.papers_at, o.issued_at, d.closed_at, 'outcome', null,
    '{}'::smallint[], o.name || ' số ' || o.number, 1, d.state = 'returned'
  from dossier d join outcome o on o.province_id = d.province_id and o.dossier_id = d.dossier_id and o.has_paper
), on_record as (
  select distinct on (l.province_id, l.dossier_id, h.direction) l.province_id, l.dossier_id, h.direction, h.hand_over_id, h.sent_at
  from hand_over_line l join hand_over h on h.province_id = l.province_id and h.hand_over_id = l.hand_over_id
  where l.result is null
  order by l.province_id, l.dossier_id, h.direction, h.sent_at desc
), sent_back as (
  select distinct on (i.province_id, i.dossier_id) i.province_id, i.dossier_id, i.paper_id, i.issued_at
  from issued_paper i where i.kind = 'hand-over-record' and i.dossier_id is not null
  order by i.province_id, i.dossier_id, i.issued_at desc
), placed as (
  select t.*, coalesce(b.paper_id, o.hand_over_id) as record_id, coalesce(b.issued_at, o.sent_at) as sent_at,
    case
      when t.went_home then 'citizen'
      when t.kind = 'outcome' then case t.state when 'outcome-sent' then 'to-desk' when 'ready-to-return' then 'desk' else 'agency' end
      when t.state = 'received' then 'desk'
      when t.state = 'handed-over' then 'to-agency'
      when t.state = 'returned' then 'archive'
      when t.state in ('withdrawn', 'stopped') then case t.papers_at when 'agency' then 'agency' when 'on-the-way' then 'to-desk' when 'at-desk' then 'desk' when 'given-back' then 'citizen' else case t.state when 'stopped' then 'agency' else 'citizen' end end
      else 'agency'
    end as place
  from there t
  left join on_record o on o.province_id = t.province_id and o.dossier_id = t.dossier_id
    and o.direction = case when t.kind = 'papers' and t.state = 'handed-over' then 'to-agency' when t.kind = 'outcome' and t.state = 'outcome-sent' then 'to-desk' end
  left join sent_back b on b.province_id = t.province_id and b.dossier_id = t.dossier_id and t.kind = 'papers' and t.papers_at = 'on-the-way'
)
select province_id, gen_random_uuid(), kind, dossier_id, round_no, lines, name, count,
  case when place like 'to-%' and record_id is not null then 'transit' when place = 'to-agency' then 'desk' when place = 'to-desk' then 'agency' else place end,
  case when place like 'to-%' and record_id is not null then record_id::text when place in ('desk', 'to-agency') then desk_id when place = 'citizen' then '' else agency_unit_id end,
  case when record_id is null then null when place = 'to-agency' then 'desk' when place = 'to-desk' then 'agency' end,
  case when record_id is null then null when place = 'to-agency' then desk_id when place = 'to-desk' then agency_unit_id end,
  case when record_id is null then null when place = 'to-agency' then 'agency' when place = 'to-desk' then 'desk' end,
  case when record_id is null then null when place = 'to-agency' then agency_unit_id when place = 'to-desk' then desk_id end,
  greatest(received_at, coalesce(case when place in ('archive', 'citizen') then closed_at when place like 'to-%' then sent_at end, received_at)),
  case when place like 'to-%' and record_id is not null then 2 else 1 end
from placed;

insert into custody_event (province_id, thing_id, event_no, kind, from_kind, from_id, to_kind, to_id, sender_kind, sender_id, bound_kind, bound_id, record_id, count, note, at, recorded_at, by_account, by_name)
select t.province_id, t.thing_id, n.no,
  case n.no when 1 then 'came' else 'sent' end,
  case n.no when 2 then t.sender_kind end, case n.no when 2 then t.sender_id end,
  case when n.no < t.last_event_no then t.sender_kind else t.holder_kind end, case when n.no < t.last_event_no then t.sender_id else t.holder_id end,
  case n.no when 2 then t.sender_kind end, case n.no when 2 then t.sender_id end, case n.no when 2 then t.bound_kind end, case n.no when 2 then t.bound_id end,
  case n.no when 2 then t.holder_id::uuid end, t.count, 'Ghi theo tình trạng hồ sơ khi mở sổ', t.since, now(),
  '00000000-0000-0000-0000-000000000000', 'Sổ giao nhận'
from custody_thing t cross join generate_series(1, 2) as n (no)
where n.no <= t.last_event_no;

grant select, insert on custody_thing, custody_event, custody_case to motcua_app;
grant update (count, holder_kind, holder_id, sender_kind, sender_id, bound_kind, bound_id, inside_id, since, last_event_no) on custody_thing to motcua_app;
grant update (settled_at, settled_by, settled_by_name, settled_how, cost_bearer, settled_note) on custody_case to motcua_app;
