-- Where the statutory time begins at a desk's site, where it has a rule of its own, by channel and date:
-- [{"value": "competent-agency", "channel": "online", "validFrom": "2026-08-05"}]. Null: at the desk, with the public
-- post at the signed hand-over record. @law NĐ 309/2026/NĐ-CP Đ.17.3; QĐ 45/2016/QĐ-TTg Đ.7.4
set search_path = motcua;
alter table desk add column clock_start jsonb;

-- A refusal by the agency stops a clock, it does not finish it: the carrying over of 0013 said otherwise.
update dossier
set clock_state = 'stopped', due = due || '{"state": "stopped"}'
where clock_state = 'finished' and clock @> '{"carriedOver": true, "events": [{"kind": "refused"}]}';
