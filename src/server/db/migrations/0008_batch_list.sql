-- The list of a batch, found by its batch.
set search_path = motcua;
alter table issued_paper add column batch_id uuid;
create index issued_paper_batch on issued_paper (province_id, batch_id) where batch_id is not null;
