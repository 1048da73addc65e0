-- Invitations to collect an outcome that lies at the desk: which round, on which day, by which paper. Those of an earlier
-- stay at the desk stand here too; they count for nothing once the outcome has come anew.
-- @law TT 17/2017/TT-BTTTT Đ.5.2
set search_path = motcua;

create table invitation (
  province_id smallint not null,
  dossier_id uuid not null,
  paper_id uuid not null,
  round_no smallint not null check (round_no in (1, 2)),
  invited_on date not null,
  invited_at timestamptz not null, -- business time
  number text not null,
  by_account uuid not null,
  by_name text not null,
  primary key (province_id, dossier_id, paper_id),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);
create unique index invitation_day on invitation (province_id, dossier_id, invited_on);

-- What came back to the agency is found as the rest of its inbox is: by unit, state and due moment.
create index dossier_uncollected on dossier (province_id, agency_unit_id, due_at, dossier_id) where state = 'uncollected';

grant select, insert on invitation to motcua_app;
