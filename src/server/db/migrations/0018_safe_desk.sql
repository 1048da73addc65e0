-- A print beyond the journalled ones is not given; how much a person sent within an hour is quickly known;
-- whether the clerk alone may return an outcome is a setting of the desk.
set search_path = motcua;
alter table issued_paper add column prints_taken smallint not null default 0;
update issued_paper set prints_taken = print_count where print_count > 0;
grant update (prints_taken) on issued_paper to motcua_app;
create index file_upload_by_person on file_upload (province_id, stored_by, stored_at);
alter table desk add column support_return text not null default 'officer-confirms'
  check (support_return in ('officer-confirms', 'clerk-alone'));
