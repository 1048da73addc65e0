// Of what nobody fetches: two invitations, and the way back to the agency.
import { MOST_INVITATIONS, lastDayOf } from '#core/dossier/collection.ts';
import { dateOf, momentToEpoch } from '#core/kernel/moment.ts';
import { invitationSlip, outcomeBackSlip } from '#documents/slips/invitation-slip.ts';
import { timedUuidOf } from '../identifiers.ts';
import type { Scene } from './at-desk.ts';
import { CALENDAR } from './clock.ts';
import * as custody from './custody.ts';
import { type DossierFile, move } from './dossier-file.ts';
import type { Happening, ReceivedVisit } from './plan.ts';
import { issuePaper, originOf, takePaperNumber } from './sample-papers.ts';

type Of<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>;

const chainOf = (visit: ReceivedVisit): `desk:${string}` => `desk:${visit.stage.place.desk.deskId}`;
const handsOf = ({ stage: { team } }: ReceivedVisit) => ({ receiverId: team.clerk.accountId, receiverName: team.clerk.name });
const slipFacts = (file: DossierFile, visit: ReceivedVisit, { at }: Pick<Happening, 'at'>, number: string) => ({
  place: visit.stage.place, actor: visit.stage.actor, now: at, number,
  dossier: {
    code: file.code, codeIsProvisional: false, parties: visit.parties, procedureName: visit.procedure.name, agencyUnitId: visit.transfer.agencyUnitId,
    ...(file.outcome && { outcomeName: `${file.outcome.name} số ${file.outcome.number}` }),
  },
});

export const invited = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, happening: Of<'invite'>): void => {
  const { at, round, earlier } = happening;
  const { team, place: { desk } } = visit.stage;
  const { number } = takePaperNumber(books, 'invitation', desk.receivingUnitId, at);
  const paperId = timedUuidOf(momentToEpoch(at), `${books.world}/invitation/${visit.dossierId}`);
  const hands = handsOf(visit);
  const until = round === MOST_INVITATIONS ? lastDayOf(dateOf(at), CALENDAR) : undefined;
  const payload = invitationSlip({ hands, round, earlier, ...(until && { until }) }, { ...slipFacts(file, visit, happening, number), origin: originOf(visit), toPay: 0 });
  issuePaper(books, paperId, at, team.clerk, { paperId, dossierId: visit.dossierId, deskId: desk.deskId, number, payload });
  books.add('invitation', {
    dossier_id: visit.dossierId, paper_id: paperId, round_no: round, invited_on: dateOf(at), invited_at: at, number, by_account: team.clerk.accountId, by_name: team.clerk.name,
  });
  move(file, 'ready-to-return', at);
  books.journal(chainOf(visit), at, team.clerk, 'invite-to-collect', visit.dossierId, { code: file.code, ...hands, round, paper: number, note: `Lần ${round}, giấy mời số ${number}` });
};

export const sentBack = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, happening: Of<'send-back'>): void => {
  const { at, invitedOn } = happening;
  const { team, place: { desk } } = visit.stage;
  const { number } = takePaperNumber(books, 'hand-over-record', desk.receivingUnitId, at);
  const paperId = timedUuidOf(momentToEpoch(at), `${books.world}/sent-back/${visit.dossierId}`);
  const hands = handsOf(visit);
  issuePaper(books, paperId, at, team.clerk, {
    paperId, dossierId: visit.dossierId, deskId: desk.deskId, number, payload: outcomeBackSlip({ hands, invitedOn }, slipFacts(file, visit, happening, number)),
  });
  custody.wentBack({ books, visit, held: file.held, at, by: team.clerk }, paperId);
  move(file, 'uncollected', at);
  books.journal(chainOf(visit), at, team.clerk, 'send-outcome-back', visit.dossierId, { code: file.code, ...hands, record: number, invitedOn, note: `Biên bản ${number}` });
};

export const acceptedBack = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, { at }: Of<'accept-back'>): void => {
  const by = visit.agency.records;
  custody.cameBack({ books, visit, held: file.held, at, by });
  move(file, 'uncollected', at);
  books.journal(`unit:${visit.agency.rootUnitId}`, at, by, 'accept-outcome-back', visit.dossierId, { code: file.code });
};
