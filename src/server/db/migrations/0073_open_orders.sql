-- What waits for a round is among the orders that have not ended; after years nearly all have.
set search_path = motcua;

create index carrier_order_unfinished on carrier_order (province_id, shipment_id)
  where state not in ('cancelled', 'refused') and (status is null or status not in ('delivered', 'returned', 'cancelled', 'lost'));
