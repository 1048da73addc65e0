// Every paper the product prints. What is stored in issued_paper.payload is one of these;
// `documentFor` turns it into a template and its data, and nothing else is needed to print.
import { never } from '#core/kernel/brand.ts';
import { batchList } from './batch-list/document.ts';
import type { BatchListPayload } from './batch-list/payload.ts';
import { controlSlip } from './control-slip/document.ts';
import type { ControlSlipPayload } from './control-slip/payload.ts';
import type { PaperDocument, PaperSize } from './kit/document.ts';
import { guidanceSlip } from './guidance-slip/document.ts';
import type { GuidanceSlipPayload } from './guidance-slip/payload.ts';
import { handOverRecord } from './hand-over-record/document.ts';
import type { HandOverRecordPayload } from './hand-over-record/payload.ts';
import { intakeReceipt } from './intake-receipt/document.ts';
import type { IntakeReceiptPayload } from './intake-receipt/payload.ts';
import { postingSlip } from './posting-slip/document.ts';
import type { PostingSlipPayload } from './posting-slip/payload.ts';
import { refusalNotice } from './refusal-notice/document.ts';
import type { RefusalNoticePayload } from './refusal-notice/payload.ts';
import { residenceSlip } from './residence-slips/document.ts';
import type { ResidenceGuidancePayload, ResidenceReceiptPayload, ResidenceRefusalPayload } from './residence-slips/payload.ts';
import { returnNote } from './return-note/document.ts';
import type { ReturnNotePayload } from './return-note/payload.ts';
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
  | ReturnNotePayload;

export type PaperKind = PaperPayload['kind'];

/** Sizes a paper can be printed in; the first is the form's own. */
export const PAPER_SIZES: Readonly<Record<PaperKind, readonly [PaperSize, ...PaperSize[]]>> = {
  'intake-receipt': ['a5', '80mm'],
  'guidance-slip': ['a5'],
  'supplement-request': ['a5'],
  'refusal-notice': ['a5'],
  'hand-over-record': ['a4'],
  'control-slip': ['a5'],
  'batch-list': ['a4'],
  'residence-receipt': ['a5'],
  'residence-guidance': ['a5'],
  'residence-refusal': ['a5'],
  'posting-slip': ['a5'],
  'return-note': ['a5'],
};

/** A size the paper does not have gives the form's own. */
export const documentFor = (payload: PaperPayload, wanted?: PaperSize): PaperDocument => {
  const sizes = PAPER_SIZES[payload.kind];
  const size = wanted !== undefined && sizes.includes(wanted) ? wanted : sizes[0];
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
    default: return never(payload);
  }
};
