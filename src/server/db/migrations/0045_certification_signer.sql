-- Who signed a certification, as the book's column names it; absent where it is written in by hand.
set search_path = motcua;
alter table certification_entry
  add column signed_by uuid,
  add column signed_by_name text,
  add column signer_title text,
  add check ((signed_by is null) = (signed_by_name is null) and (signed_by is null) = (signer_title is null));
