// Every paper the product prints. What is stored in issued_paper.payload is one of these;
// `documentFor` turns it into a template and its data, and nothing else is needed to print.
import type { BatchListPayload } from './batch-list/payload.ts';
import type { ControlSlipPayload } from './control-slip/payload.ts';
import type { GuidanceSlipPayload } from './guidance-slip/payload.ts';
import type { HandOverRecordPayload } from './hand-over-record/payload.ts';
import type { IntakeReceiptPayload } from './intake-receipt/payload.ts';
import type { PostingSlipPayload } from './posting-slip/payload.ts';
import type { RefusalNoticePayload } from './refusal-notice/payload.ts';
import type { ResidenceGuidancePayload, ResidenceReceiptPayload, ResidenceRefusalPayload } from './residence-slips/payload.ts';
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
  | PostingSlipPayload;

export type PaperKind = PaperPayload['kind'];
