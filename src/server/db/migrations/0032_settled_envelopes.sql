-- What a settled case was about stays; the envelope with its personal data goes after a while.
set search_path = motcua;
grant update (envelope) on offline_case to motcua_app;
