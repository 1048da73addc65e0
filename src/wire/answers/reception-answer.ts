// What a reception answers, from its decision: the server and the counter without a line say the same.
import type { DossierReceived } from '#core/dossier/receive-dossier.ts';
import { totalOf } from '#core/fees/fee-line.ts';
import type { DossierReceivedAnswer, ReceiveDossierCommand } from '../receive-dossier.wire.ts';
import { statusOf } from './status.ts';

export const receptionAnswer = (
  command: Pick<ReceiveDossierCommand, 'dossierId'>, received: DossierReceived, code: string, paperId: string, revision = 1,
): DossierReceivedAnswer => {
  const { assessed } = received;
  return {
    dossierId: command.dossierId, code: code as DossierReceivedAnswer['code'], codeIsProvisional: received.codeIsProvisional,
    state: 'received', status: statusOf('received'), revision,
    receivedAt: received.receivedAt, due: assessed.due, fees: [...assessed.fees], totalFee: totalOf(assessed.fees),
    hands: received.hands, paperId, paperKind: received.slip, forwardBy: assessed.forwardBy,
  };
};
