// Certifying copies from the original, the most frequent act: kinds × copies × pages → fee, one number per
// kind of paper and book. Returned in the same visit, no receipt unless asked; else an appointment slip is
// obligatory and the numbers are given when the copies are certified.
// @law NĐ 23/2015/NĐ-CP Đ.5, Đ.7, Đ.20, Đ.21; TT 226/2016/TT-BTC Đ.4; NĐ 61/2018/NĐ-CP Đ.17.4
import type { Due } from '../deadline/due.ts';
import { COPY_CERTIFICATION_RATES, copyFee } from '../fees/copy-certification.ts';
import { type Dated, isInForce, settingOn } from '../kernel/in-force.ts';
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import { type CodeRefused, agencyCodeOn, dossierCodePrefix } from '../numbering/dossier-code.ts';
import { type NumberSeries, certificationSeries, dossierSeries, paperSeries, registerSeries } from '../numbering/series.ts';
import { limitFor } from '../procedure/in-force.ts';
import type { ProcedureCode, ProcedureVersion, TransferEntry } from '../procedure/procedure.ts';
import type { ReceptionRefused } from './assess-reception.ts';
import { cutoffOn, supplementPolicyOn } from './desk-settings.ts';
import { type HandsRefused, handsFor } from './desk-hands.ts';
import type { DeskHands, DossierId, FeeLine, Sha256 } from './dossier.ts';
import { type KeptClock, openClock } from './kept-clock.ts';
import type { LateEntry, LateEntryRefused } from './late-entry.ts';
import { type ReceiveFacts, type RegisterClosed, timeRefusal } from './receive-dossier.ts';

export type CopyLine = {
  readonly paperName: string;
  readonly pages: number;
  readonly copies: number;
  readonly scans: readonly Sha256[];
};

/** A leader who may sign for his agency, while he holds the office. */
export type CertificationSigner = Dated & { readonly accountId: AccountId; readonly unitId: UnitId; readonly name: string; readonly title: string };

export type CertifyCopies = {
  readonly dossierId: DossierId;
  readonly deskId: DeskId;
  readonly procedureCode: ProcedureCode;
  readonly procedureVersion: number;
  readonly lines: readonly CopyLine[];
  readonly resolvedNow: boolean;
  readonly isLarge: boolean;
  readonly receiptAsked: boolean;
  readonly collected: boolean;
  /** Who signed what is certified at once; absent: written into the book by hand. */
  readonly signerId?: AccountId;
  /** From the paper booklet: certified then, entered now. */
  readonly lateEntry?: LateEntry;
};

export type CopiesCertified = {
  readonly procedure: ProcedureVersion;
  readonly transfer: TransferEntry;
  readonly hands: DeskHands;
  readonly signer?: CertificationSigner;
  readonly receivedAt: Moment;
  readonly state: 'resolved-at-desk' | 'received';
  readonly lines: readonly (CopyLine & { readonly fee: number })[];
  readonly fees: readonly FeeLine[];
  readonly totalFee: number;
  readonly number: NumberSeries;
  readonly codePrefix: string;
  /** One number for each line is taken from here, and its volume names the book; absent while an appointment runs. */
  readonly book?: NumberSeries;
  readonly due?: Due;
  readonly clock: KeptClock;
  /** While an appointment runs it stands in the desk's register like any other dossier. */
  readonly register?: NumberSeries;
  readonly paperNumber?: NumberSeries;
  readonly printsReceipt: boolean;
};

export type CertifyRefusal =
  | HandsRefused
  | CodeRefused
  | LateEntryRefused
  | RegisterClosed
  | { readonly kind: 'book-closed-for-good'; readonly year: string }
  | Extract<ReceptionRefused, { readonly kind: 'not-received-here' | 'procedure-not-in-force' | 'procedure-changed' | 'time-limit-unknown' | 'scans-missing' }>
  | { readonly kind: 'not-certification'; readonly procedureName: string }
  /** He does not sign for this agency on that day. */
  | { readonly kind: 'signer-unknown'; readonly day: PlainDate }
  /** Nothing leaves the desk unpaid. */
  | { readonly kind: 'fees-unpaid'; readonly amount: number };

export const isCopyCertification = (procedure: Pick<ProcedureVersion, 'code' | 'resolvedAtDesk'>): boolean =>
  procedure.resolvedAtDesk && (procedure.code === '2.000815' || procedure.code.startsWith('2.000815.'));

export type CertifyFacts = Omit<ReceiveFacts, 'filed'> & {
  /** The certification book of the year is closed and signed. */
  readonly bookClosed?: boolean;
  readonly signers?: readonly CertificationSigner[];
};

const signerOn = ({ signerId }: CertifyCopies, signers: readonly CertificationSigner[], unitId: UnitId, day: PlainDate): CertificationSigner | undefined =>
  signers.find((one) => one.accountId === signerId && one.unitId === unitId && isInForce(one, day));

export const certifyCopies = (command: CertifyCopies, facts: CertifyFacts): Result<CopiesCertified, CertifyRefusal> => {
  const { transfer, procedure, desk, now, receivingUnit } = facts;
  const { procedureCode } = command;
  const hands = handsFor('resolve-at-desk', 'none', transfer?.mode ?? 'support', facts.actor, desk.officerConfirmation);
  if (!hands.ok) return hands;
  const time = timeRefusal(command.lateEntry, { ...facts, filed: undefined }, hands.value);
  if (time) return refuse(time);
  if (!transfer) return refuse({ kind: 'not-received-here', procedureCode });
  if (!procedure) return refuse({ kind: 'procedure-not-in-force', procedureCode });
  if (procedure.version !== command.procedureVersion) return refuse({ kind: 'procedure-changed', version: procedure.version });
  if (!isCopyCertification(procedure)) return refuse({ kind: 'not-certification', procedureName: procedure.name });
  if (facts.unknownScans.length > 0) return refuse({ kind: 'scans-missing', scans: facts.unknownScans });
  const receivedAt = command.lateEntry?.receivedAt ?? now;
  // tariff, code and book are those of the day of the certification, register and slip those of the entry
  const today = dateOf(receivedAt);
  const signer = command.resolvedNow ? signerOn(command, facts.signers ?? [], transfer.agencyUnitId, today) : undefined;
  if (command.resolvedNow && command.signerId !== undefined && !signer) return refuse({ kind: 'signer-unknown', day: today });
  const rates = settingOn(COPY_CERTIFICATION_RATES, today);
  const limit = limitFor(procedure, 'counter');
  if (!rates || !limit) return refuse({ kind: 'time-limit-unknown', procedureName: procedure.name });
  const agencyCode = agencyCodeOn(receivingUnit, today);
  if (!agencyCode.ok) return agencyCode;

  const lines = command.lines.map((line) => ({ ...line, fee: copyFee(rates, line.pages) * line.copies }));
  const totalFee = lines.reduce((sum, line) => sum + line.fee, 0);
  if (command.resolvedNow && !command.collected && totalFee > 0) return refuse({ kind: 'fees-unpaid', amount: totalFee });
  const feeId = procedure.fees[0]?.feeId ?? 'page';
  const fees = lines.map((line): FeeLine => ({
    feeId, kind: 'fee', name: `Phí chứng thực bản sao: ${line.paperName}`, quantity: line.copies,
    unitAmount: copyFee(rates, line.pages), amount: line.fee, collected: command.collected, payeeUnitId: transfer.agencyUnitId,
  }));
  const { clock, reading } = openClock({
    receivedAt, startRule: 'desk', limit, siteId: desk.siteId, calendar: facts.calendar, cutoffTime: cutoffOn(today), large: command.isLarge,
    channel: 'counter', policy: supplementPolicyOn(today),
  });
  const register = command.resolvedNow ? undefined : registerSeries(desk.deskId, facts.registeredOn ?? dateOf(now));
  if (register && facts.registerClosed) return refuse({ kind: 'register-closed', year: register.period });
  if (!register && facts.bookClosed) return refuse({ kind: 'book-closed-for-good', year: today.slice(0, 4) });
  const printsReceipt = !command.resolvedNow || command.receiptAsked;
  return ok({
    procedure, transfer, hands: hands.value, signer, receivedAt, lines, fees, totalFee, clock,
    state: command.resolvedNow ? 'resolved-at-desk' : 'received',
    number: dossierSeries(receivingUnit.unitId, today),
    codePrefix: dossierCodePrefix(agencyCode.value, today),
    book: command.resolvedNow ? certificationSeries('SCT/BS', transfer.agencyUnitId, today) : undefined,
    due: reading,
    register,
    paperNumber: printsReceipt ? paperSeries('intake-receipt', receivingUnit.unitId, dateOf(now)) : undefined,
    printsReceipt,
  });
};
