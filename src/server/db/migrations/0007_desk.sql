-- The desk's lists: the end of a code as it is read out, records on their way, and where a scan belongs.
set search_path = motcua;

-- '191118-0012' or '0012': people read out the end of a code
create index dossier_code_end on dossier (province_id, desk_id, reverse(code) text_pattern_ops);
create index hand_over_open on hand_over (province_id, desk_id, direction, sent_at) where received_at is null;
-- papers without a scan cost nothing here
create index dossier_paper_scans on dossier_paper using gin (scans) where scans <> '{}';
create index outcome_file on outcome (province_id, file) where file is not null;
create index outcome_return_signature on outcome_return (province_id, signature) where signature is not null;

-- One content, brought by several people: each may name it in their own place, and nobody else.
create table file_upload (
  province_id smallint not null,
  sha256 text not null,
  stored_by uuid not null,
  desk_id text,
  unit_id text,
  stored_at timestamptz not null,
  primary key (province_id, sha256, stored_by),
  foreign key (province_id, sha256) references stored_file (province_id, sha256)
);
grant select, insert, update on file_upload to motcua_app;
