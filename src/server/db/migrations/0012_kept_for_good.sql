-- What was printed, answered, issued, returned, said or entered in a book is only added to; what a receipt or a
-- list supersedes is marked. Numbers are given by the statement that saves and never taken back. Even a server in
-- the wrong hands can only write more.
set search_path = motcua;
revoke update, delete on issued_paper from motcua_app;
grant update (superseded_at, print_count, batch_id) on issued_paper to motcua_app;
revoke update, delete on command, outcome, outcome_return, guidance, certification_entry, stored_file, catalogue_question from motcua_app;
grant update (answered_at, answered_by, answer, version) on catalogue_question to motcua_app;
revoke delete on
  world, unit, desk, account, assignment, procedure_version, transfer_register, working_calendar, number_counter, dossier,
  dossier_step, hand_over, hand_over_line, supplement_request, financial_duty, journal_head, outbox, file_upload
from motcua_app;
