// A dossier filed online is received: the same decision, on a row that is already there.
import { randomUUIDv7 } from 'node:crypto';
import type { Pool } from 'pg';
import { scansOf } from '#core/dossier/check-papers.ts';
import { type DossierReceived, type ReceiveRefusal, receiveDossier } from '#core/dossier/receive-dossier.ts';
import { receptionSlip } from '#documents/slips/reception-slip.ts';
import { receptionAnswer } from '#wire/answers/reception-answer.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import type { Act } from '../../acts/act.ts';
import type { DeskFacts } from '../facts/desk-facts.ts';
import { handsOf, messagesOf } from '../save/desk-act.ts';
import { type LockedDossier, lockDeskDossiers } from '../save/desk-dossier.sql.ts';
import { insertIssuedPaper, insertPapers, saveState, takeNumbers } from '../save/desk-save.sql.ts';
import { type CachedReceiveFacts, type ReceiveCall, receiveFactsOf } from './receive-dossier.act.ts';
import { insertRegisterEntry, saveFiledAsReceived, takeOrderNumber } from './receive-filed.sql.ts';
import { receptionJournal } from './reception-values.ts';

type Facts = CachedReceiveFacts & { readonly filed: LockedDossier };

export const receiveFiledAct = (pool: Pool, facts: DeskFacts): Act<ReceiveCall, Facts, DossierReceived, ReceiveRefusal, DossierReceivedAnswer> => ({
  name: 'receive-dossier',
  load: async (db, { provinceId, now }, call) => {
    const { command } = call;
    const [filed] = await lockDeskDossiers(db, provinceId, command.deskId, [command.dossierId]);
    const known = filed && await receiveFactsOf(pool, facts, call, provinceId, now, scansOf(command.papers), { again: 'read-again', db });
    return known && { ...known, filed };
  },
  decide: ({ command }, known) => receiveDossier(command, known),
  save: async (db, context, call, received, { filed, place }) => {
    const { provinceId, now } = context;
    const { command, actor, origin } = call;
    // in the order of the one statement, so that two receptions never wait for each other in a circle
    const order = await takeOrderNumber(db, provinceId, received.register);
    const digits = String(await takeNumbers(db, provinceId, received.number)).padStart(4, '0');
    const number = received.paperNumber ? String(await takeNumbers(db, provinceId, received.paperNumber)).padStart(4, '0') : digits;
    const code = `${received.codePrefix}${digits}`;
    await saveFiledAsReceived(db, context, command, received, code);
    await insertPapers(db, provinceId, command.dossierId, 0, received.assessed.papers);
    const revision = await saveState(db, provinceId, command.dossierId, { state: 'received', clock: received.assessed.clock });
    const answer = receptionAnswer(command, received, code, randomUUIDv7(), revision);
    const payload = receptionSlip({
      place, actor, assessed: received.assessed, hands: received.hands, slip: received.slip, parties: command.parties, channel: command.channel,
      returnWish: command.returnWish, setCount: command.setCount, receivedAt: now, issuedAt: now, origin, posting: command.posting,
      largePrint: command.largePrint, register: received.register,
    }, { code, number, order: String(order).padStart(2, '0') });
    await insertRegisterEntry(db, provinceId, command.deskId, received.register.period, order, command.dossierId, now);
    await insertIssuedPaper(db, provinceId, command.deskId, { paperId: answer.paperId, dossierId: command.dossierId, number, payload }, now, received.hands.receiverId);
    return {
      answer,
      chain: `desk:${command.deskId}`,
      journal: [{
        act: 'receive-dossier', dossierId: command.dossierId,
        data: { ...receptionJournal(command, received, code), filedAs: filed.code, ...handsOf(received.hands) },
      }],
      outbox: messagesOf({ ...filed, code }, 'received', now, { kind: 'received', due: received.assessed.due?.due }),
    };
  },
});
