-- What travels beside dossiers: papers that follow a dossier its agency has already stand on the record of their bag; a
-- complaint keeps the proofs that were brought with it; a message that nobody fetches does not wait for ever.
-- @law NĐ 61/2018/NĐ-CP Đ.19.4; TT 17/2017/TT-BTTTT Đ.12
set search_path = motcua;

-- papers brought later, and not the dossier itself: its state and its clock know nothing of this line
alter table hand_over_line add column follows boolean not null default false;

create table complaint_proof (
  province_id smallint not null,
  complaint_id uuid not null,
  proof_no smallint not null,
  kind text not null check (kind in ('posting', 'damage', 'other')),
  sha256 text not null,
  added_at timestamptz not null, -- business time
  added_by uuid not null,
  added_by_name text not null,
  primary key (province_id, complaint_id, proof_no),
  foreign key (province_id, complaint_id) references complaint (province_id, complaint_id),
  foreign key (province_id, sha256) references stored_file (province_id, sha256)
);
create unique index complaint_proof_content on complaint_proof (province_id, complaint_id, sha256);
grant select, insert on complaint_proof to motcua_app;

-- messages pass through: what waits is counted by topic, and goes once it is too old to be worth telling
create index outbox_waiting on outbox (province_id, topic, created_at) where done_at is null;
grant delete on outbox to motcua_app;
