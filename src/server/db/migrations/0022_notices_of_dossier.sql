-- What a citizen was told stands beside the dossier.
set search_path = motcua;
create index outbox_notices_of_dossier on outbox (province_id, dossier_id) where topic = 'citizen-notice';
