-- What goes wrong on the way is a case of its own: with what it is about, who bears it, what must be issued anew, and
-- what the post pays.
-- @law QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
set search_path = motcua;

alter table custody_case drop constraint custody_case_kind_check;
alter table custody_case add constraint custody_case_kind_check
  check (kind in ('short', 'damaged', 'wrong-agency', 'not-taken', 'not-in-stock', 'over', 'seal-broken', 'bag-lost', 'late'));
alter table custody_case drop constraint custody_case_settled_how_check;
alter table custody_case add constraint custody_case_settled_how_check check (settled_how in ('found', 'reissued', 'borne', 'agreed', 'taken-back'));
alter table custody_case
  add column liability text not null default 'unknown' check (liability in ('unknown', 'post', 'agency', 'nobody')),
  add column minute_id uuid, -- the liability minute, in issued_paper
  add column minute_number text,
  add column minute_at timestamptz,
  add column liability_ground text,
  add constraint custody_case_minute check ((liability = 'unknown') = (minute_id is null) and (minute_id is null) = (minute_at is null));
grant update (liability, minute_id, minute_number, minute_at, liability_ground) on custody_case to motcua_app;

-- what lies in the bag that a case is about
create table custody_case_content (
  province_id smallint not null,
  case_id uuid not null,
  thing_id uuid not null,
  primary key (province_id, case_id, thing_id),
  foreign key (province_id, case_id) references custody_case (province_id, case_id),
  foreign key (province_id, thing_id) references custody_thing (province_id, thing_id)
);
grant select, insert on custody_case_content to motcua_app;

-- who issues what anew, by when
create table custody_reissue (
  province_id smallint not null,
  case_id uuid not null,
  task_no smallint not null,
  thing_id uuid not null,
  what text not null,
  by_side text not null check (by_side in ('desk', 'agency')),
  due date not null,
  asked_at timestamptz not null,
  asked_by_name text not null,
  done_at timestamptz,
  done_by uuid,
  done_by_name text,
  done_note text,
  primary key (province_id, case_id, task_no),
  foreign key (province_id, case_id) references custody_case (province_id, case_id),
  check ((done_at is null) = (done_note is null))
);
create index custody_reissue_open on custody_reissue (province_id, by_side, due) where done_at is null;
grant select, insert on custody_reissue to motcua_app;
grant update (done_at, done_by, done_by_name, done_note) on custody_reissue to motcua_app;

-- what the post pays, by when; the rules it was reckoned by are named
create table custody_compensation (
  province_id smallint not null,
  case_id uuid not null,
  line_no smallint not null,
  kind text not null check (kind in ('loss', 'late', 'reissue-cost')),
  dossier_id uuid,
  item_number text, -- of the posting slip that proves it
  postage bigint,
  amount bigint not null check (amount > 0), -- đồng
  pay_by date not null,
  rules_version integer not null,
  paid_at timestamptz,
  paid_by uuid,
  paid_by_name text,
  receipt_number text,
  primary key (province_id, case_id, line_no),
  foreign key (province_id, case_id) references custody_case (province_id, case_id),
  check ((paid_at is null) = (receipt_number is null))
);
create index custody_compensation_due on custody_compensation (province_id, pay_by) where paid_at is null;
grant select, insert on custody_compensation to motcua_app;
grant update (paid_at, paid_by, paid_by_name, receipt_number) on custody_compensation to motcua_app;

alter table bag
  add column lost_at timestamptz,
  add column lost_by_name text,
  add column given_up_at timestamptz, -- lost for good: all in it is issued anew or borne
  add constraint bag_lost check (lost_at is null or hand_over_id is not null),
  add constraint bag_given_up check (given_up_at is null or lost_at is not null);
create index bag_lost_at on bag (province_id, desk_id, lost_at) where lost_at is not null and given_up_at is null;
grant update (lost_at, lost_by_name, given_up_at) on bag to motcua_app;

-- the minute is found by its own number
create index custody_case_minute_id on custody_case (province_id, minute_id) where minute_id is not null;
