-- How long the public post may carry, and what it pays when it fails: the province's own rules, only added to. What is
-- handed over keeps its window with the version it was reckoned by; windows are no part of the agency's time.
-- @law TT 17/2017/TT-BTTTT Đ.7; QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
set search_path = motcua;

create table postal_rules (
  province_id smallint not null,
  version integer not null,
  content jsonb not null, -- core PostalRules
  made_at timestamptz, -- null: as shipped
  decision text,
  primary key (province_id, version)
);
grant select, insert on postal_rules to motcua_app;

insert into postal_rules (province_id, version, content)
select w.province_id, 1, '{"version": 1, "transit": [
  {"validFrom": "2017-08-15", "instrument": "TT 17/2017/TT-BTTTT Đ.7", "mark": "verified", "specialPlaces": [], "zones": [
    {"zone": "within-district", "days": 1, "daysWithSlip": 2}, {"zone": "between-districts", "days": 2, "daysWithSlip": 4},
    {"zone": "inter-province-major", "days": 3, "daysWithSlip": 6}, {"zone": "inter-province", "days": 4, "daysWithSlip": 8}]},
  {"validFrom": "2025-07-01", "instrument": "TT 17/2017/TT-BTTTT Đ.7", "mark": "assumed", "specialPlaces": [],
   "note": "Từ 01/7/2025 không còn cấp huyện; chưa có văn bản thay thế. Tạm tính trong xã như trong huyện, liên xã như liên huyện.", "zones": [
    {"zone": "within-commune", "days": 1, "daysWithSlip": 2}, {"zone": "within-province", "days": 2, "daysWithSlip": 4},
    {"zone": "inter-province-major", "days": 3, "daysWithSlip": 6}, {"zone": "inter-province", "days": 4, "daysWithSlip": 8}]}],
  "compensation": [{"validFrom": "2016-12-16", "instrument": "QĐ 45/2016/QĐ-TTg Đ.14", "mark": "verified", "lossTimes": 4, "lateTimes": 1, "payWithin": 30}]}'::jsonb
from world w;

-- what was handed over before has no window
alter table hand_over add column transit_due date; -- the first of its lines'
alter table hand_over_line add column transit jsonb; -- core TransitWindow
-- what is late on the way is one range of this index
create index hand_over_on_the_way on hand_over (province_id, transit_due, desk_id) where received_at is null and transit_due is not null;
grant update (transit_due) on hand_over to motcua_app;
grant update (transit) on hand_over_line to motcua_app;
