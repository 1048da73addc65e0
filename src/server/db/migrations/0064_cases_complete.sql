-- What still went wrong without a case, and counts that were believed: a carrier's return is counted by the desk, a delivery
-- and a pick-up may go wrong, a minute may be replaced by a later one, and of what has several pieces some may be missing.
-- @law QĐ 45/2016/QĐ-TTg Đ.10, Đ.14; NĐ 47/2011/NĐ-CP; TT 17/2017/TT-BTTTT Đ.5
set search_path = motcua;

-- what a carrier brought back, as the desk counted it
alter table shipment
  add column counted_back_at timestamptz, -- business time
  add column counted_back_by_name text,
  add column counted_back_as text check (counted_back_as in ('there', 'damaged', 'missing')),
  add column counted_back_note text,
  add constraint shipment_counted_back check ((counted_back_at is null) = (counted_back_as is null));
grant update (counted_back_at, counted_back_by_name, counted_back_as, counted_back_note) on shipment to motcua_app;

alter table custody_case drop constraint custody_case_kind_check;
alter table custody_case add constraint custody_case_kind_check
  check (kind in ('short', 'damaged', 'wrong-agency', 'not-taken', 'not-in-stock', 'over', 'seal-broken', 'bag-lost', 'late', 'denied'));
-- an envelope collected at home has no agency yet: what went wrong with it is between the post and the person
alter table custody_case
  alter column agency_unit_id drop not null,
  add column shipment_id uuid, -- on whose way it went wrong
  add column postage bigint check (postage >= 0), -- đồng, of that shipment or pick-up, as its minute says
  add constraint custody_case_shipment foreign key (province_id, shipment_id) references shipment (province_id, shipment_id);
grant update (postage) on custody_case to motcua_app;

-- every minute of a case; the one that holds stands in the case
create table custody_minute (
  province_id smallint not null,
  case_id uuid not null,
  minute_no smallint not null,
  minute_id uuid not null, -- in issued_paper
  number text not null,
  liability text not null check (liability in ('post', 'agency', 'nobody')),
  ground text not null,
  replaces text, -- the number of the minute before, and why
  replaced_because text,
  made_at timestamptz not null,
  made_by_name text not null,
  primary key (province_id, case_id, minute_no),
  foreign key (province_id, case_id) references custody_case (province_id, case_id),
  check ((replaces is null) = (replaced_because is null) and (replaces is null) = (minute_no = 1))
);
create index custody_minute_paper on custody_minute (province_id, minute_id);
insert into custody_minute (province_id, case_id, minute_no, minute_id, number, liability, ground, made_at, made_by_name)
select c.province_id, c.case_id, 1, c.minute_id, c.minute_number, c.liability, c.liability_ground, c.minute_at, coalesce(i.payload->'desk'->>'personName', '')
from custody_case c left join issued_paper i on i.province_id = c.province_id and i.paper_id = c.minute_id
where c.minute_id is not null;
grant select, insert on custody_minute to motcua_app;

-- what a replaced minute asked for, and was neither done nor paid, holds no more
alter table custody_reissue add column withdrawn_at timestamptz, add check (withdrawn_at is null or done_at is null);
alter table custody_compensation add column withdrawn_at timestamptz, add check (withdrawn_at is null or paid_at is null);
grant update (withdrawn_at) on custody_reissue, custody_compensation to motcua_app;

-- of several pieces so many were there
alter table stock_count_line drop constraint stock_count_line_result_check;
alter table stock_count_line add constraint stock_count_line_result_check check (result in ('found', 'short', 'missing', 'unexpected', 'left-meanwhile'));
alter table stock_count_line add column pieces integer check (pieces > 0), add check ((result = 'short') = (pieces is not null));
alter table stock_count add column short integer not null default 0;

-- an opened envelope is nothing that a scanner finds, and its number may be the label of the next one
drop index custody_thing_label;
create unique index custody_thing_label on custody_thing (province_id, label) where label is not null and holder_kind <> 'destroyed';
