// What a corrected receipt answers beside the changed dossier: the server and the counter without a line say the same.
import type { ReceiptSuperseded } from '#core/dossier/supersede-receipt.ts';
import { totalOf } from '#core/fees/fee-line.ts';
import type { DossierReceivedAnswer } from '../receive-dossier.wire.ts';

type Said = Omit<DossierReceivedAnswer, 'dossierId' | 'code' | 'state' | 'status' | 'revision'>;

export const supersededAnswer = (
  { assessed: { due, fees, forwardBy }, hands, receivedAt, slip }: ReceiptSuperseded, { codeIsProvisional }: { readonly codeIsProvisional: boolean }, paperId: string,
): Said => ({ codeIsProvisional, receivedAt, due, fees: [...fees], totalFee: totalOf(fees), hands, paperId, paperKind: slip, forwardBy });
