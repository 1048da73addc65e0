import { notCome, settleBy } from '#core/custody/differences.ts';
import { arrivedAt, comingBackTo } from '#core/custody/dossier-things.ts';
import { type Thing, atAgency } from '#core/custody/thing.ts';
import { type OutcomeBackRefused, acceptOutcomeBack } from '#core/dossier/invite-to-collect.ts';
import type { AcceptOutcomeBackBody } from '#wire/collection.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { type Office, officeAct } from '../agency/office-act.ts';

type More = { readonly coming: readonly Thing[] };

export const performAcceptOutcomeBack = (office: Office) =>
  officeAct<AcceptOutcomeBackBody, More, { readonly accepted: true }, OutcomeBackRefused, object>(office, {
    name: 'accept-outcome-back',
    more: async (db, { provinceId }, { dossierId }, { dossier }) => ({
      coming: comingBackTo(await findThings(db, provinceId, [dossierId]), dossier.agencyUnitId),
    }),
    decide: ({ body }, { dossier, actor, more }) => acceptOutcomeBack(body, { dossier, actor, isOnTheWay: more.coming.length > 0 }),
    effect: async (_db, context, { body: { missing } }, _decision, { dossier, more, hours }) => {
      const stamp = custodyStamp(context);
      return {
        state: dossier.state, journal: { note: missing === undefined ? undefined : `Không đến: ${missing}` }, extra: {},
        custody: missing === undefined ? arrivedAt(more.coming, atAgency(dossier.agencyUnitId), stamp) : notCome(more.coming, missing, { stamp, settleBy: settleBy(hours.calendar, context.now) }),
      };
    },
  });
