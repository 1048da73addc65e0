// Every paper the product prints. What is stored in issued_paper.payload is one of these;
// `documentFor` turns it into a template and its data, and nothing else is needed to print.
import { never } from '#core/kernel/brand.ts';
import { apologyNotice } from './apology-notice/document.ts';
import type { ApologyNoticePayload } from './apology-notice/payload.ts';
import { authorisation } from './authorisation/document.ts';
import type { AuthorisationPayload } from './authorisation/payload.ts';
import { certificationBook } from './certification-book/document.ts';
import type { CertificationBookPayload } from './certification-book/payload.ts';
import { dossierRegister } from './dossier-register/document.ts';
import type { DossierRegisterPayload } from './dossier-register/payload.ts';
import { feeReceipt } from './fee-receipt/document.ts';
import type { FeeReceiptPayload } from './fee-receipt/payload.ts';
import { invitation } from './invitation/document.ts';
import type { InvitationPayload } from './invitation/payload.ts';
import { stopNotice } from './stop-notice/document.ts';
import type { StopNoticePayload } from './stop-notice/payload.ts';
import { withdrawalNote } from './withdrawal-note/document.ts';
import type { WithdrawalNotePayload } from './withdrawal-note/payload.ts';
import { bagLabel } from './bag-label/document.ts';
import type { BagLabelPayload } from './bag-label/payload.ts';
import { batchList } from './batch-list/document.ts';
import type { BatchListPayload } from './batch-list/payload.ts';
import { controlSlip } from './control-slip/document.ts';
import type { ControlSlipPayload } from './control-slip/payload.ts';
import { complaintNotice } from './complaint-notice/document.ts';
import type { ComplaintNoticePayload } from './complaint-notice/payload.ts';
import { complaintReceipt } from './complaint-receipt/document.ts';
import type { ComplaintReceiptPayload } from './complaint-receipt/payload.ts';
import type { PaperDocument, PaperSize } from './kit/document.ts';
import { guidanceSlip } from './guidance-slip/document.ts';
import type { GuidanceSlipPayload } from './guidance-slip/payload.ts';
import { handOverRecord } from './hand-over-record/document.ts';
import type { HandOverRecordPayload } from './hand-over-record/payload.ts';
import { intakeReceipt } from './intake-receipt/document.ts';
import type { IntakeReceiptPayload } from './intake-receipt/payload.ts';
import { itemLabel } from './item-label/document.ts';
import type { ItemLabelPayload } from './item-label/payload.ts';
import { liabilityMinute } from './liability-minute/document.ts';
import type { LiabilityMinutePayload } from './liability-minute/payload.ts';
import { postingSlip } from './posting-slip/document.ts';
import type { PostingSlipPayload } from './posting-slip/payload.ts';
import { refusalNotice } from './refusal-notice/document.ts';
import type { RefusalNoticePayload } from './refusal-notice/payload.ts';
import { remittanceSlip } from './remittance-slip/document.ts';
import type { RemittanceSlipPayload } from './remittance-slip/payload.ts';
import { residenceSlip } from './residence-slips/document.ts';
import type { ResidenceGuidancePayload, ResidenceReceiptPayload, ResidenceRefusalPayload } from './residence-slips/payload.ts';
import { returnNote } from './return-note/document.ts';
import type { ReturnNotePayload } from './return-note/payload.ts';
import { stockCountRecord } from './stock-count-record/document.ts';
import type { StockCountPayload } from './stock-count-record/payload.ts';
import { supplementRequest } from './supplement-request/document.ts';
import type { SupplementRequestPayload } from './supplement-request/payload.ts';

export type PaperPayload =
  | IntakeReceiptPayload
  | GuidanceSlipPayload
  | SupplementRequestPayload
  | RefusalNoticePayload
  | HandOverRecordPayload
  | ControlSlipPayload
  | BatchListPayload
  | ResidenceReceiptPayload
  | ResidenceGuidancePayload
  | ResidenceRefusalPayload
  | PostingSlipPayload
  | ReturnNotePayload
  | ApologyNoticePayload
  | AuthorisationPayload
  | DossierRegisterPayload
  | CertificationBookPayload
  | FeeReceiptPayload
  | InvitationPayload
  | StopNoticePayload
  | WithdrawalNotePayload
  | BagLabelPayload
  | ItemLabelPayload
  | StockCountPayload
  | ComplaintReceiptPayload
  | ComplaintNoticePayload
  | LiabilityMinutePayload
  | RemittanceSlipPayload;

export type PaperKind = PaperPayload['kind'];

const A4: ReadonlySet<PaperKind> = new Set(['hand-over-record', 'batch-list', 'dossier-register', 'certification-book', 'fee-receipt', 'authorisation', 'stop-notice', 'stock-count-record', 'complaint-notice', 'liability-minute', 'remittance-slip']);

/** Sizes a paper can be printed in; the first is the form's own. */
export const sizesOf = (payload: PaperPayload): readonly [PaperSize, ...PaperSize[]] => {
  if (payload.kind === 'intake-receipt') return ['a5', '80mm'];
  if (payload.kind === 'apology-notice' && payload.version === 'v2025') return ['a4'];
  return A4.has(payload.kind) ? ['a4'] : ['a5'];
};

const formFor = (payload: PaperPayload, size: PaperSize): PaperDocument => {
  switch (payload.kind) {
    case 'intake-receipt': return intakeReceipt(payload, size);
    case 'guidance-slip': return guidanceSlip(payload);
    case 'supplement-request': return supplementRequest(payload);
    case 'refusal-notice': return refusalNotice(payload);
    case 'hand-over-record': return handOverRecord(payload);
    case 'control-slip': return controlSlip(payload);
    case 'batch-list': return batchList(payload);
    case 'residence-receipt':
    case 'residence-guidance':
    case 'residence-refusal': return residenceSlip(payload);
    case 'posting-slip': return postingSlip(payload);
    case 'return-note': return returnNote(payload);
    case 'apology-notice': return apologyNotice(payload);
    case 'authorisation': return authorisation(payload);
    case 'dossier-register': return dossierRegister(payload);
    case 'certification-book': return certificationBook(payload);
    case 'fee-receipt': return feeReceipt(payload);
    case 'invitation': return invitation(payload);
    case 'stop-notice': return stopNotice(payload);
    case 'withdrawal-note': return withdrawalNote(payload);
    case 'bag-label': return bagLabel(payload);
    case 'item-label': return itemLabel(payload);
    case 'stock-count-record': return stockCountRecord(payload);
    case 'complaint-receipt': return complaintReceipt(payload);
    case 'complaint-notice': return complaintNotice(payload);
    case 'liability-minute': return liabilityMinute(payload);
    case 'remittance-slip': return remittanceSlip(payload);
    default: return never(payload);
  }
};

/** A receipt says it in its own words. */
const replacesOf = (payload: PaperPayload): string | undefined =>
  (payload.kind !== 'intake-receipt' && 'supersedes' in payload && payload.supersedes ? `Thay thế bản đã in trước mang cùng số ${payload.supersedes.number}` : undefined);

/** A size the paper does not have gives the form's own. */
export const documentFor = (payload: PaperPayload, wanted?: PaperSize): PaperDocument => {
  const sizes = sizesOf(payload);
  const replaces = replacesOf(payload);
  return { ...formFor(payload, wanted !== undefined && sizes.includes(wanted) ? wanted : sizes[0]), ...(replaces === undefined ? {} : { replaces }) };
};
