-- What a desk or an agency holds, what comes to it and what it has sent: each one range in the order in which it is shown,
-- read from the index alone. What the citizen or an archive has stands in none of them, and neither do bags.
set search_path = motcua;

drop index custody_thing_holder;
create index custody_thing_held on custody_thing (province_id, holder_kind, holder_id, since, thing_id) include (dossier_id)
  where dossier_id is not null and holder_kind in ('desk', 'agency', 'courier', 'carrier');
drop index custody_thing_bound;
create index custody_thing_coming on custody_thing (province_id, bound_kind, bound_id, since, thing_id) include (dossier_id)
  where dossier_id is not null and holder_kind = 'transit';
drop index custody_thing_sender;
create index custody_thing_sent on custody_thing (province_id, sender_kind, sender_id, since, thing_id) include (dossier_id)
  where dossier_id is not null and holder_kind = 'transit';
