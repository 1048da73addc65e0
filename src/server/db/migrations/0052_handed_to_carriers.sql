-- A shipment is handed to its carrier under a record; the ledger and the dossier follow the carrier's word, each word once.
-- @law QĐ 45/2016/QĐ-TTg Đ.8, Đ.10
set search_path = motcua;

alter table shipment add column hand_over_id uuid, add column handed_over_at timestamptz, add column handed_over_by_name text;
alter table shipment add check ((hand_over_id is null) = (handed_over_at is null));

-- the word that the ledger has followed
alter table carrier_order add column followed_status text, add column followed_since timestamptz;
create index carrier_order_unfollowed on carrier_order (province_id, carrier_id, order_number)
  where status is not null and (followed_status is distinct from status or followed_since is distinct from status_since);

grant update (hand_over_id, handed_over_at, handed_over_by_name) on shipment to motcua_app;
grant update (followed_status, followed_since) on carrier_order to motcua_app;
