-- A book that is full before its year ends is followed by its next volume; the numbers of the year go on. The volume
-- stands on the counter's own row, so that the statement that takes a number knows which volume it stands in.
set search_path = motcua;
alter table number_counter add column volume smallint not null default 1;

alter table register_book
  add column volume smallint not null default 1,
  add column first_number integer not null default 1;
alter table register_book drop constraint register_book_pkey;
alter table register_book add primary key (province_id, series, period, volume);

-- A volume as it was when it was closed and signed: printed again it says the same.
create table book_print (
  province_id smallint not null,
  series text not null,
  period text not null,
  volume smallint not null,
  payload jsonb not null,
  primary key (province_id, series, period, volume)
);
grant select, insert on book_print to motcua_app;
