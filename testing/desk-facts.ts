// Facts for the core's decisions at the desk: Kỳ Bắc on Monday 18/11/2019 at 07:30.
import type { DeskActor } from '#core/dossier/desk-hands.ts';
import type { DeskDossier } from '#core/dossier/desk-dossier.ts';
import type { DossierCode, DossierId } from '#core/dossier/dossier.ts';
import type { ReceiveDossier, ReceiveFacts } from '#core/dossier/receive-dossier.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, Desk, DeskId, Role, Unit, UnitId } from '#core/organisation/organisation.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { worldOf } from '#demo/world-of.ts';
import { hatinhCalendar } from './hatinh-calendar.ts';
import { answersTo, papersFor, parties, procedureIn } from './desk-commands.ts';

const world = worldOf('kybac-2019');
export const NOW = '2019-11-18T07:30:00+07:00' as Moment;
export const desk = world.desks.find((one) => one.deskId === 'ky-bac') as Desk;
export const receivingUnit = world.units.find((unit) => unit.unitId === desk.receivingUnitId) as Unit;
export const calendar = hatinhCalendar;

export const OFFICER = { accountId: 'officer' as AccountId, fullName: 'Trần Văn Trúc' };
export const CLERK = { accountId: 'clerk' as AccountId, fullName: 'Nguyễn Thị Sen' };

export const actor = (roles: readonly Role[], confirmation: DeskActor['confirmation'] = { kind: 'none' }): DeskActor =>
  ({ ...(roles.includes('commune-officer') ? OFFICER : CLERK), roles, confirmation });
export const officer = actor(['commune-officer']);
export const clerk = actor(['postal-clerk']);

export const transferOf = (procedure: ProcedureVersion, more: Partial<TransferEntry> = {}): TransferEntry => ({
  deskId: desk.deskId, procedureCode: procedure.code, agencyUnitId: 'xa-ky-bac' as UnitId, mode: 'support',
  validFrom: '2019-11-18' as PlainDate, decision: 'Quyết định thử', ...more,
});

export const birth = procedureIn('kybac-2019', '1.001193');

export const receiveFacts = (more: Partial<ReceiveFacts> = {}, procedure: ProcedureVersion = birth): ReceiveFacts => ({
  now: NOW, desk, procedure, transfer: transferOf(procedure), calendar, unknownScans: [], actor: officer, receivingUnit, ...more,
});

export const reception = (more: Partial<ReceiveDossier> = {}, procedure: ProcedureVersion = birth): ReceiveDossier => {
  const caseId = more.caseId ?? procedure.cases[0]?.caseId ?? '';
  return {
    dossierId: 'd' as DossierId, deskId: desk.deskId, procedureCode: procedure.code, procedureVersion: procedure.version, caseId,
    channel: 'counter', regime: 'one-stop', parties, answers: answersTo(procedure.eForm), fees: [], isLarge: false, setCount: 1,
    papers: (papersFor(procedure, caseId) ?? []).map((paper) => ({ ...paper, shownOnly: false, scans: [] })) as ReceiveDossier['papers'],
    returnWish: { kind: 'at-desk', deskId: desk.deskId as DeskId }, ...more,
  };
};

export const deskDossier = (more: Partial<DeskDossier> = {}): DeskDossier => ({
  dossierId: 'd' as DossierId, code: '000.22.36.H27-191118-0001' as DossierCode, state: 'received', revision: 1, mode: 'support',
  deskId: desk.deskId, agencyUnitId: 'xa-ky-bac' as UnitId, ...more,
});

