-- Which circular's version of a form is printed from which day, form by form: the province's own table, only added to.
-- The version that was shipped was made by nobody. What was issued keeps its version in issued_paper.form_version.
-- @law TT 01/2018/TT-VPCP Đ.9; TT 03/2025/TT-VPCP
set search_path = motcua;
create table form_table (
  province_id smallint not null,
  version integer not null,
  content jsonb not null, -- core FormTable
  made_at timestamptz, -- business time
  made_by uuid, -- null: at the command line
  made_by_name text,
  decision text,
  reason text,
  change jsonb, -- {before, after}, one row of the table
  primary key (province_id, version)
);
grant select, insert on form_table to motcua_app;

-- a province that is there already goes on with what it printed by until now
insert into form_table (province_id, version, content)
select w.province_id, 1, jsonb_build_object('version', 1, 'rows', (
  select jsonb_agg(jsonb_build_object('form', f.form) || v.row order by f.no, v.no)
  from unnest(array['intake-receipt', 'supplement-request', 'refusal-notice', 'apology-notice', 'stop-notice', 'control-slip', 'dossier-register'])
    with ordinality as f (form, no)
  cross join (values
    (1, '{"version": "v2018", "validFrom": "2019-01-06", "instrument": "TT 01/2018/TT-VPCP", "mark": "verified"}'::jsonb),
    (2, '{"version": "v2025", "validFrom": "2025-11-01", "instrument": "TT 03/2025/TT-VPCP", "mark": "assumed", "note": "Thông tư ký ngày 15/9/2025; ngày có hiệu lực chưa xác minh (một nguồn thứ cấp nói biểu mẫu áp dụng từ 15/9/2025)."}'::jsonb)
  ) as v (no, row)))
from world w;
