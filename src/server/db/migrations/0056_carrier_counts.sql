-- Orders of a carrier are counted by their state, up to a limit; the record a bag went under says which bag it was.
set search_path = motcua;

create index carrier_order_confirmed on carrier_order (province_id, carrier_id) where state = 'confirmed';
create index bag_record on bag (province_id, hand_over_id) where hand_over_id is not null;
