// A lost bag that is given up: what was to come in it waits again where it left, so that what is issued anew can be sent.
import type { PoolClient } from 'pg';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Parties } from '#core/people/person.ts';
import type { ActContext } from '../acts/act.ts';

export type WaitsAgain = { readonly dossierId: DossierId; readonly code: string; readonly state: DossierState; readonly parties: Parties; readonly waitsAs: DossierState };

/** Only what is still on that way: a dossier that was withdrawn, or accepted without its bag, is left as it is. */
export const giveUpBag = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, bagId: string, note: string): Promise<readonly WaitsAgain[]> => {
  const { rows } = await db.query<WaitsAgain>({
    name: 'give-up-bag',
    text: `with given as (
             update motcua.bag b set given_up_at = $3 where b.province_id = $1 and b.bag_id = $2 returning b.hand_over_id, b.direction
           ), lines as (
             update motcua.hand_over_line l set result = 'rejected', note = $4 from given g
             where l.province_id = $1 and l.hand_over_id = g.hand_over_id and l.result is null returning l.dossier_id
           ), record as (
             update motcua.hand_over h set received_at = $3, received_by = $5, received_by_name = $6 from given g
             where h.province_id = $1 and h.hand_over_id = g.hand_over_id and h.received_at is null
           ), waiting as (
             select d.dossier_id, d.state, case g.direction when 'to-agency' then 'received' else 'outcome-recorded' end as waits_as
             from motcua.dossier d cross join given g
             where d.province_id = $1 and d.dossier_id in (select dossier_id from lines) and d.state = case g.direction when 'to-agency' then 'handed-over' else 'outcome-sent' end
           )
           update motcua.dossier d set state = w.waits_as, revision = d.revision + 1 from waiting w
           where d.province_id = $1 and d.dossier_id = w.dossier_id
           returning d.dossier_id as "dossierId", d.code, w.state, d.parties, d.state as "waitsAs"`,
    values: [provinceId, bagId, now, note, accountId, accountName],
  });
  return rows;
};
