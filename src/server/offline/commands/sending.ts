import type { Moment } from '#core/kernel/moment.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import type { CaseOf } from '../kept/cases.sql.ts';
import type { Device } from '../device/device.ts';
import type { Sender } from './keep-command.act.ts';

/** An envelope as it arrives: from which machine, brought by whom. */
export type Sending = {
  readonly device: Device;
  readonly sender: Sender;
  readonly command: OfflineCommand;
  readonly arrivedAt: Moment;
  /** Where the citizen's pages stand. */
  readonly origin: string;
  /** The machine cannot read its scans any more: it would wait for them for ever. */
  readonly scansLost?: true;
  /** Its body is too large for the way here, and stays at the machine: how large it is. */
  readonly bodyBytes?: number;
};

export const caseOf = ({ device, sender, command, arrivedAt, bodyBytes }: Sending): CaseOf => ({
  deskId: device.deskId, deviceId: device.deviceId, sentBy: sender.accountId, openedAt: arrivedAt,
  ...(bodyBytes === undefined ? { envelope: command } : { envelope: { ...command, body: {} }, bodyBytes }),
});

/** In the journal beside the act: both times, the machine, who brought it, and the versions of all it was decided with. */
export const offlineNote = ({ device, sender, command, arrivedAt }: Sending): Readonly<Record<string, unknown>> => ({
  deviceId: device.deviceId, machineAt: command.machineAt, arrivedAt, sentBy: sender.accountId, basis: command.basis,
  ...(command.afterUnsettled ? { afterUnsettled: true } : {}), ...(command.corrects ? { corrects: command.corrects } : {}),
});
