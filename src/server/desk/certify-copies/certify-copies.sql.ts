// The fast path as ONE named statement, like a reception; the numbers of the book are taken in the same insert.
import type { Pool } from 'pg';
import type { CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import { isSameDossier, isSameSheet } from '../receive-dossier/receive-dossier.sql.ts';

export const CERTIFY_COPIES = `
with fresh as (
  select 1 as ok
  from motcua.procedure_version p
  join motcua.transfer_register t
    on t.province_id = p.province_id and t.procedure_code = p.procedure_code and t.desk_id = $5
  where p.province_id = $1 and p.procedure_code = $10 and p.version = $11 and p.content_hash = $12
    and p.valid_from <= $7::date and (p.valid_to is null or p.valid_to > $7::date)
    and not exists (
      select from motcua.procedure_version n
      where n.province_id = $1 and n.procedure_code = $10 and n.version > $11
        and n.valid_from <= $7::date and (n.valid_to is null or n.valid_to > $7::date))
    and t.valid_from = $13 and (t.valid_to is null or t.valid_to > $7::date)
    and t.agency_unit_id = $14 and t.mode = $15
    and exists (select from motcua.desk d where d.province_id = $1 and d.desk_id = $5
      and d.receiving_unit_id = $16 and (d.valid_to is null or d.valid_to > $7::date))
    and not exists (select from motcua.working_calendar w where w.province_id = $1 and w.version > $17)
    and not exists (select from motcua.form_table f where f.province_id = $1 and f.version > $69)
    and (select count(distinct f.sha256) from motcua.file_upload f
      where f.province_id = $1 and f.sha256 = any($18::text[]) and f.desk_id = $5) = cardinality($18::text[])
    and ($75::uuid is null or exists (select from motcua.assignment a where a.province_id = $1 and a.account_id = $75 and a.role = 'signing-leader'
      and a.unit_id = $14 and a.valid_from <= $7::date and (a.valid_to is null or a.valid_to > $7::date)))
    and exists (select from motcua.journal_head h where h.province_id = $1 and h.chain_id = $8)
    and not exists (select from motcua.command c where c.province_id = $1 and c.command_id = $2)
), booked as (
  -- always the book's or the register's series first, then the dossier's, then its paper's: nobody waits in a circle;
  -- one that is closed gives nothing, and then nothing else is taken
  insert into motcua.number_counter as c (province_id, series, period, last_number)
  select $1, $63, $64, $21::integer from fresh
  on conflict (province_id, series, period) do update set last_number = c.last_number + excluded.last_number where c.closed_at is null
  returning last_number, volume
), given as (
  insert into motcua.number_counter as c (province_id, series, period, last_number)
  select $1, s.series, s.period, 1
  from booked, unnest($19::text[], $20::text[]) with ordinality as s (series, period, n)
  order by s.n
  on conflict (province_id, series, period) do update set last_number = c.last_number + 1
  returning series, lpad(last_number::text, greatest(4, length(last_number::text)), '0') as number
), coded as (
  select $22 || own.number as code, coalesce(paper.number, own.number) as number, b.last_number as last_in_book,
    lpad(b.volume::text, greatest(2, length(b.volume::text)), '0') as volume_text, lpad(b.last_number::text, greatest(2, length(b.last_number::text)), '0') as order_text
  from given own
  cross join booked b
  left join given paper on paper.series = ($19::text[])[2]
  where own.series = ($19::text[])[1]
), dossier as (
  insert into motcua.dossier
    (province_id, dossier_id, code, procedure_code, procedure_version, procedure_name, case_id, channel, regime, mode, desk_id,
     receiving_unit_id, helped_at_unit_id, agency_unit_id, parties, answers, return_wish, set_count, batch_id, receiver_id, receiver_name,
     assistant_id, assistant_name, state, revision, received_at, recorded_at, due_at, due, calendar_version, closed_at,
     names_folded, identity_numbers, clock, clock_state, late_entry)
  select $1, $9, code, $10, $11, $23, $24, 'counter', 'one-stop', $15, $5,
     $16, $25, $14, $26, '{}', $27, 1, $28, $29, $30,
     $31, $32, $33, 1, $67, now(), $34, $35, $36, case when $33 = 'resolved-at-desk' then $67::timestamptz end,
     $37, $38, $62, $35::jsonb->>'state', $68
  from coded
), papers as (
  insert into motcua.dossier_paper (province_id, dossier_id, line_no, item_id, name, form, count, shown_only, scans)
  select $1, $9, p.line_no, 'copy', p.name, 'plain-copy', p.copies, false, string_to_array(p.scans, ',')
  from coded, unnest($39::text[], $40::smallint[], $41::text[]) with ordinality as p (name, copies, scans, line_no)
), things as (
  -- of copies done now nothing stays at the desk
  insert into motcua.custody_thing (province_id, thing_id, kind, dossier_id, round_no, lines, count, holder_kind, holder_id, since, last_event_no)
  select $1, $71, 'papers', $9, 0, $72, $73, 'desk', $5, $67, 1 from coded where $73::integer > 0
), came as (
  insert into motcua.custody_event (province_id, thing_id, event_no, kind, to_kind, to_id, count, at, recorded_at, by_account, by_name)
  select $1, $71, 1, 'came', 'desk', $5, $73, $67, now(), $58, $74 from coded where $73::integer > 0
), fees as (
  insert into motcua.dossier_fee
    (province_id, dossier_id, line_no, fee_id, kind, name, quantity, unit_amount, amount, collected_at, payee_unit_id)
  select $1, $9, f.line_no, $42, 'fee', f.name, f.quantity, f.unit_amount, f.amount, case when $43 then $67::timestamptz end, $14
  from coded, unnest($44::text[], $45::integer[], $46::bigint[], $47::bigint[])
    with ordinality as f (name, quantity, unit_amount, amount, line_no)
), certified as (
  insert into motcua.certification_entry
    (province_id, dossier_id, line_no, unit_id, book, number, paper_name, pages, copies, fee, requester_name, certified_at, signed_by, signed_by_name, signer_title)
  select $1, $9, c.line_no, $14, replace($48, $70, volume_text), last_in_book - cardinality($39::text[]) + c.line_no, c.name, c.pages, c.copies, c.fee, $49, $67, $75, $76, $77
  from coded, unnest($39::text[], $50::smallint[], $40::smallint[], $47::bigint[]) with ordinality as c (name, pages, copies, fee, line_no)
  where $48::text is not null
), issued as (
  insert into motcua.issued_paper
    (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
  select $1, $51, $9, $5, $52, $53, number, replace(replace(replace(replace($54, $56, code), $55, number), $66, order_text), $70, volume_text)::jsonb, $6, $29
  from coded where $51::uuid is not null
), entered as (
  insert into motcua.register_entry (province_id, desk_id, year, number, dossier_id, entered_at)
  select $1, $5, $64::smallint, last_in_book, $9, $6 from coded where $65::boolean
), head as (
  update motcua.journal_head h
  set seq = h.seq + 1, prev_hash = h.hash,
    hash = sha256(h.hash || convert_to('{"seq":' || (h.seq + 1)::text || ',' || replace(replace($57, $56, coded.code), $70, coded.volume_text), 'UTF8'))
  from coded
  where h.province_id = $1 and h.chain_id = $8
  returning h.seq, h.prev_hash, h.hash
), entry as (
  insert into motcua.journal (province_id, chain_id, seq, act, dossier_id, account_id, at, recorded_at, body, prev_hash, hash)
  select $1, $8, head.seq, $3, $9, $58, $6, now(), '{"seq":' || head.seq::text || ',' || replace(replace($57, $56, coded.code), $70, coded.volume_text), head.prev_hash, head.hash
  from head, coded
), messages as (
  insert into motcua.outbox (province_id, outbox_id, topic, dossier_id, payload, created_at, next_attempt_at)
  select $1, $59, 'national-portal', $9, replace($60, $56, code)::jsonb, now(), now() from coded
), answered as (
  insert into motcua.command (province_id, command_id, act, fingerprint, account_id, answer, at)
  select $1, $2, $3, $4, $58,
    case when $48::text is null then a.answer
      else jsonb_set(a.answer, '{lines}', (
        select jsonb_agg(l.line || jsonb_build_object('book', replace($48, $70, volume_text), 'number', last_in_book - cardinality($39::text[]) + l.n) order by l.n)
        from jsonb_array_elements(a.answer->'lines') with ordinality as l (line, n)))
    end, now()
  from coded, lateral (select replace($61, $56, code)::jsonb as answer) a
  returning answer
)
select answer from answered`;

/** Undefined: the facts are no longer so (the command or the dossier may already be there); nothing was written. */
export const saveCertifiedCopies = async (pool: Pool, values: readonly unknown[]): Promise<CopiesCertifiedAnswer | undefined> => {
  try {
    const { rows } = await pool.query<{ answer: CopiesCertifiedAnswer }>({ name: 'certify-copies', text: CERTIFY_COPIES, values: [...values] });
    return rows[0]?.answer;
  } catch (error) {
    if (isSameDossier(error) || isSameSheet(error)) return undefined;
    throw error;
  }
};
