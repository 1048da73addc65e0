// What a clerk at a demo desk sends: complete, valid, the same for the same number. Tests begin from here
// and change what they are about.
import type { ReceiveDossier } from '#core/dossier/receive-dossier.ts';
import type { PaperGiven } from '#core/dossier/check-papers.ts';
import type { FeeChosen } from '#core/dossier/assess-reception.ts';
import type { DossierId, Regime, ReturnWish } from '#core/dossier/dossier.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { Parties, Person } from '#core/people/person.ts';
import type { Channel, ChecklistItem, PaperForm, ProcedureVersion } from '#core/procedure/procedure.ts';
import { answersFor } from './answers.ts';
import { uuidOf } from './identifiers.ts';
import { aPerson, type PeopleYear } from './people.ts';

const FORMS: readonly (readonly [keyof ChecklistItem & ('original' | 'certifiedCopy' | 'plainCopy'), PaperForm])[] = [
  ['original', 'original'], ['certifiedCopy', 'certified-copy'], ['plainCopy', 'plain-copy'],
];

/** Exactly what the checklist asks for; optional papers stay at home. */
export const completePapers = (checklist: readonly ChecklistItem[]): readonly PaperGiven[] =>
  checklist.filter((item) => item.required).flatMap((item) =>
    FORMS.filter(([count]) => item[count] > 0).map(([count, form]): PaperGiven => ({
      itemId: item.itemId, form, count: item[count], shownOnly: item.shownOnly === true, scans: [],
    })));

/** Online every paper that stays is an electronic copy. */
const asElectronic = (paper: PaperGiven): PaperGiven => (paper.shownOnly ? paper : { ...paper, form: 'e-copy' });

/** The first fee of the tariff whose amount is known, paid at once. */
export const usualFees = (procedure: ProcedureVersion, channel: Channel, quantity = 1): readonly FeeChosen[] => {
  const item = procedure.fees.find((fee) => fee.amount !== undefined && (fee.channel === undefined || fee.channel === channel));
  return item === undefined ? [] : [{ feeId: item.feeId, quantity, collected: true }];
};

export type ReceiveOptions = {
  readonly deskId: string;
  readonly procedure: ProcedureVersion;
  readonly year?: PeopleYear;
  readonly caseId?: string;
  readonly channel?: Channel;
  readonly regime?: Regime;
  readonly person?: Person;
  readonly parties?: Parties;
  readonly returnWish?: ReturnWish;
  readonly quantity?: number;
  readonly dossierId?: string;
  readonly batchId?: string;
};

/** The n-th complete reception of a procedure at a desk. */
export const aReceiveCommand = (n: number, options: ReceiveOptions): ReceiveDossier => {
  const { procedure, deskId } = options;
  const regime = options.regime ?? 'one-stop';
  const channel = options.channel ?? (regime === 'public-post' ? 'post' : 'counter');
  const applicant = options.person ?? options.parties?.applicant ?? aPerson(n, options.year ?? 2019);
  const chosen = procedure.cases.find((one) => one.caseId === options.caseId) ?? procedure.cases[0];
  if (chosen === undefined) throw new Error(`${procedure.code} has no case`);
  // By post another signs the register for the citizen, authorised in writing.
  const parties: Parties = options.parties ?? (procedure.signsRegister && channel === 'post'
    ? { applicant, representation: { kind: 'authorisation', relation: 'Nhân viên bưu chính ký sổ theo ủy quyền', paperNumber: String(n) } }
    : { applicant });
  return {
    dossierId: (options.dossierId ?? uuidOf(`dossier/${deskId}/${procedure.code}/${n}`)) as DossierId,
    deskId: deskId as DeskId,
    procedureCode: procedure.code,
    procedureVersion: procedure.version,
    caseId: chosen.caseId,
    channel, regime, parties,
    answers: answersFor(procedure.eForm, parties.owner ?? applicant),
    papers: channel === 'online' ? completePapers(chosen.checklist).map(asElectronic) : completePapers(chosen.checklist),
    ...(channel === 'online' ? { filedRevision: 1 } : {}),
    fees: usualFees(procedure, channel, options.quantity ?? 1),
    isLarge: false,
    setCount: 1,
    returnWish: options.returnWish ?? { kind: 'at-desk', deskId: deskId as DeskId },
    ...(options.batchId === undefined ? {} : { batchId: options.batchId }),
    ...(regime === 'public-post' ? { posting: { itemNumber: `EM${String(10_000_000 + n).slice(-8)}9VN`, postage: 33_000, sealNumber: `NP${String(n).padStart(6, '0')}` } } : {}),
  };
};
