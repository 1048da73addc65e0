-- What is said before it is late, more time by law, and the way back of papers when a dossier ends without an outcome.
set search_path = motcua;

create table apology (
  province_id smallint not null,
  dossier_id uuid not null,
  apology_no smallint not null,
  reason text not null,
  old_due timestamptz not null,
  new_due timestamptz not null,
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  prepared_by_name text not null,
  -- absent while it waits for who signs
  decision text check (decision in ('signed', 'returned')),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  note text,
  signing_prefix text,
  signing_title text,
  paper_number text,
  primary key (province_id, dossier_id, apology_no),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);
-- at most once, whoever signs at the same moment
create unique index apology_once on apology (province_id, dossier_id) where decision = 'signed';

create table extension (
  province_id smallint not null,
  dossier_id uuid not null,
  extension_no smallint not null,
  ground text not null,
  law text not null,
  decision_number text not null,
  decided_on date not null,
  old_due timestamptz not null,
  new_due timestamptz not null,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  primary key (province_id, dossier_id, extension_no),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);

-- Withdrawn or stopped: who asked and how, and each paper's way back.
create table papers_back (
  province_id smallint not null,
  dossier_id uuid not null,
  cause text not null check (cause in ('withdrawn', 'stopped')),
  since timestamptz not null,
  reason text not null,
  request jsonb, -- {how, asker}
  asker_name text,
  fee_note text,
  sent_at timestamptz,
  sent_by_name text,
  record_number text,
  given_at timestamptz,
  given_by_name text,
  receiver_name text,
  taken jsonb, -- {receiver, papers, signing} as it was signed for
  primary key (province_id, dossier_id),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);

alter table dossier
  add column answer_by timestamptz, -- the citizen's own limit for what is asked of him now
  add column apology_waits boolean not null default false,
  add column papers_at text check (papers_at in ('agency', 'on-the-way', 'given-back')); -- of what ended without an outcome
create index dossier_apology_waits on dossier (province_id, agency_unit_id, due_at, dossier_id) where apology_waits;
create index dossier_papers_at_agency on dossier (province_id, agency_unit_id, due_at, dossier_id) where papers_at = 'agency';
create index dossier_papers_to_desk on dossier (province_id, desk_id, due_at, dossier_id) where papers_at = 'on-the-way';

update dossier d set answer_by = coalesce(
  (select r.answer_by from supplement_request r where r.province_id = d.province_id and r.dossier_id = d.dossier_id and r.answered_at is null
   order by r.request_no desc limit 1),
  (select (f.pay_by + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' - interval '1 second' from financial_duty f
   where f.province_id = d.province_id and f.dossier_id = d.dossier_id and f.settled_at is null order by f.duty_no desc limit 1))
where d.state in ('supplement-asked', 'awaiting-financial-duty');

-- Asked again only by who leads, with the ground; what came to the agency itself says how and when.
alter table supplement_request
  add column second_ground text,
  add column answered_via text; -- null: at the desk; 'post', 'online'

grant select, insert on extension to motcua_app;
grant select, insert, update on apology, papers_back to motcua_app;
