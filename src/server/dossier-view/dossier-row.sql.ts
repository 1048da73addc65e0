// The columns of any list of dossiers.
export const ROW_COLUMNS = `
  d.dossier_id as "dossierId", d.code, d.code_is_provisional as "codeIsProvisional", d.procedure_code as "procedureCode",
  d.procedure_name as "procedureName", d.parties->'applicant'->>'fullName' as "applicantName",
  d.parties->'owner'->>'fullName' as "ownerName", d.desk_id as "deskId", d.agency_unit_id as "agencyUnitId",
  (select u.name from motcua.unit u where u.province_id = d.province_id and u.unit_id = d.agency_unit_id) as "agencyName",
  d.state, d.received_at as "receivedAt", d.due_at as "dueAt", d.return_wish->>'kind' as "returnWish", d.batch_id as "batchId", d.revision,
  (select coalesce(sum(p.count), 0)::int from motcua.dossier_paper p
   where p.province_id = d.province_id and p.dossier_id = d.dossier_id and not p.shown_only and p.form <> 'e-copy') as "paperCount"`;
