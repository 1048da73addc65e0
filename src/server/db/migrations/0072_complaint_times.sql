-- By when a complaint is brought and settled is a rule of the province like the others. What complaints were received by so
-- far stands in every version that was made before it could be set; a complaint keeps the days it was told.
-- @law TT 17/2017/TT-BTTTT Đ.12
set search_path = motcua;

update postal_rules set content = content || '{"complaint": [
  {"validFrom": "2017-08-15", "instrument": "TT 17/2017/TT-BTTTT Đ.12", "mark": "verified", "months": 6, "daysWithin": 5, "daysBetween": 7}]}'::jsonb
where not content ? 'complaint';
