// What changed hands by an act, in the act's own transaction and one statement: the events are added, the rows follow.
import type { PoolClient } from 'pg';
import type { CustodyChange } from '#core/custody/change.ts';
import type { Holder } from '#core/custody/thing.ts';
import type { ActContext } from './act.ts';

const sides = (journey: { readonly from: Holder; readonly to: Holder } | undefined) => ({
  sender_kind: journey?.from.kind, sender_id: journey?.from.id, bound_kind: journey?.to.kind, bound_id: journey?.to.id,
});

const thingRow = ({ thingId, kind, dossierId, roundNo, lines, name, label, count, holder, journey, insideId, since, lastEventNo }: CustodyChange['things'][number]) => ({
  thing_id: thingId, kind, dossier_id: dossierId, round_no: roundNo, lines, name, label, count, holder_kind: holder.kind, holder_id: holder.id, ...sides(journey),
  inside_id: insideId, since, last_event_no: lastEventNo,
});

const eventRow = ({ thingId, eventNo, kind, from, to, journey, recordId, count, otherId, correctsEventNo, note, at, by }: CustodyChange['events'][number]) => ({
  thing_id: thingId, event_no: eventNo, kind, from_kind: from?.kind, from_id: from?.id, to_kind: to.kind, to_id: to.id, ...sides(journey), record_id: recordId,
  count, other_id: otherId, corrects_event_no: correctsEventNo, note, at, by_account: by.accountId, by_name: by.name,
});

const caseRow = ({ caseId, kind, thingId, dossierId, recordId, between, shipmentId, sent, arrived, note, settleBy }: CustodyChange['opened'][number]) => ({
  case_id: caseId, kind, thing_id: thingId, dossier_id: dossierId, record_id: recordId, desk_id: between?.deskId, agency_unit_id: between?.agencyUnitId, shipment_id: shipmentId, sent, arrived, note, settle_by: settleBy,
});

export const custodyRows = (change: CustodyChange) => ({
  things: change.things.map(thingRow), events: change.events.map(eventRow), cases: change.opened.map(caseRow),
});

const THING = `thing_id, kind, dossier_id, round_no, lines, name, label, count, holder_kind, holder_id, sender_kind, sender_id, bound_kind, bound_id, inside_id, since, last_event_no`;
const EVENT = `thing_id, event_no, kind, from_kind, from_id, to_kind, to_id, sender_kind, sender_id, bound_kind, bound_id, record_id, count, other_id, corrects_event_no, note, at, by_account, by_name`;

export const saveCustody = async (db: PoolClient, context: ActContext, change: CustodyChange): Promise<void> => {
  if (change.events.length === 0 && change.opened.length === 0) return;
  const { things, events, cases } = custodyRows(change);
  const content = change.opened.flatMap((one) => (one.content ?? []).map((thingId) => ({ caseId: one.caseId, thingId })));
  await db.query({
    name: 'save-custody',
    text: `
      with things as (
        insert into motcua.custody_thing as t (province_id, ${THING})
        select $1, ${THING} from json_populate_recordset(null::motcua.custody_thing, $2::json)
        on conflict (province_id, thing_id) do update set count = excluded.count, holder_kind = excluded.holder_kind, holder_id = excluded.holder_id,
          sender_kind = excluded.sender_kind, sender_id = excluded.sender_id, bound_kind = excluded.bound_kind, bound_id = excluded.bound_id,
          inside_id = excluded.inside_id, since = excluded.since, last_event_no = excluded.last_event_no
      ), events as (
        insert into motcua.custody_event (province_id, recorded_at, ${EVENT})
        select $1, now(), ${EVENT} from json_populate_recordset(null::motcua.custody_event, $3::json)
      ), settled as (
        update motcua.custody_case c set settled_at = $5, settled_by = $6, settled_by_name = $7, settled_how = 'found', settled_note = f.note
        from unnest($8::uuid[], $9::text[]) as f (thing_id, note)
        where c.province_id = $1 and c.thing_id = f.thing_id and c.settled_at is null
      ), collected as (
        -- found again it is at the desk, as if it had been counted in
        update motcua.pickup p set state = 'at-desk', closed_at = null from unnest($8::uuid[]) as f (thing_id) where p.province_id = $1 and p.pickup_id = f.thing_id and p.state = 'lost'
      ), content as (
        insert into motcua.custody_case_content (province_id, case_id, thing_id) select $1, l.case_id, l.thing_id from unnest($10::uuid[], $11::uuid[]) as l (case_id, thing_id)
      )
      insert into motcua.custody_case (province_id, case_id, kind, thing_id, dossier_id, desk_id, agency_unit_id, record_id, shipment_id, sent, arrived, note,
        opened_at, opened_by, opened_by_name, settle_by)
      select $1, c.case_id, c.kind, c.thing_id, c.dossier_id, coalesce(c.desk_id, d.desk_id, p.desk_id), coalesce(c.agency_unit_id, d.agency_unit_id), c.record_id, c.shipment_id, c.sent, c.arrived, c.note, $5, $6, $7, c.settle_by
      from json_populate_recordset(null::motcua.custody_case, $4::json) c
      left join motcua.dossier d on d.province_id = $1 and d.dossier_id = c.dossier_id
      left join motcua.pickup p on p.province_id = $1 and p.pickup_id = c.thing_id`,
    values: [
      context.provinceId, JSON.stringify(things), JSON.stringify(events), JSON.stringify(cases), context.now, context.accountId, context.accountName,
      change.found.map(({ thingId }) => thingId), change.found.map(({ note }) => note),
      content.map(({ caseId }) => caseId), content.map(({ thingId }) => thingId),
    ],
  });
};
