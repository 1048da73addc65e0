-- How the declarant and the receiver signed: {kind: 'signed'} or {kind: 'fingerprint', readAloud, witnesses}.
set search_path = motcua;
alter table dossier add column signing jsonb;
alter table outcome_return add column signing jsonb;
