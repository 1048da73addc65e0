-- Papers asked for may be sent online: each sending is an answer that waits for the officer, who accepts it or turns
-- it back with the reason. At most one waits for each request, however often the button is pressed.
set search_path = motcua;

create table supplement_answer (
  province_id smallint not null,
  dossier_id uuid not null,
  request_no smallint not null,
  answer_no smallint not null,
  sent_at timestamptz not null, -- from here time counts when it is accepted
  -- by which whole number the sender was known; the number itself stands in the dossier
  factor text not null check (factor in ('applicant-identity', 'applicant-phone', 'owner-identity', 'owner-phone')),
  is_late boolean not null,
  note text,
  -- absent while nobody has looked at it
  decision text check (decision in ('accepted', 'turned-back')),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  reason text,
  missing jsonb, -- names of the request's list
  primary key (province_id, dossier_id, request_no, answer_no),
  foreign key (province_id, dossier_id, request_no) references supplement_request (province_id, dossier_id, request_no)
);
create unique index supplement_answer_waiting on supplement_answer (province_id, dossier_id, request_no) where decision is null;

create table supplement_answer_file (
  province_id smallint not null,
  dossier_id uuid not null,
  request_no smallint not null,
  answer_no smallint not null,
  line_no smallint not null,
  item_no smallint not null, -- position in the request's list, from 1
  name text not null,
  sha256 text not null,
  primary key (province_id, dossier_id, request_no, answer_no, line_no),
  foreign key (province_id, dossier_id, request_no, answer_no) references supplement_answer (province_id, dossier_id, request_no, answer_no),
  foreign key (province_id, sha256) references stored_file (province_id, sha256)
);
create index supplement_answer_file_content on supplement_answer_file (province_id, sha256);

-- The agency's list of what waits to be looked at, in the order of the others.
alter table dossier add column answer_waits boolean not null default false;
create index dossier_answer_waits on dossier (province_id, agency_unit_id, due_at, dossier_id) where answer_waits;

-- Whether a desk's dossiers take papers online, by date: [{"value": true, "validFrom": "2019-11-18"}]. Null: they do not.
alter table desk add column online_answers jsonb;
update desk k set online_answers = '[{"value": true, "validFrom": "2018-06-21"}]'
where exists (select from world w where w.province_id = k.province_id and w.is_demo);

grant select, insert on supplement_answer, supplement_answer_file to motcua_app;
grant update (decision, decided_at, decided_by, decided_by_name, reason, missing) on supplement_answer to motcua_app;
