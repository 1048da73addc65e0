-- What waits for a carrier is found without looking through all that waits for others.
set search_path = motcua;

create index outbox_for_carriers on outbox (province_id, next_attempt_at)
  where done_at is null and topic in ('carrier-order', 'carrier-cancel', 'carrier-result');
