// Which version of a procedure holds on a day, which limit a channel has, and what a desk may receive.
// A desk receives only what stands in the transfer register that day.
// @law NĐ 61/2018/NĐ-CP Đ.14, Đ.15; QĐ 45/2016/QĐ-TTg Đ.13
import { inForce } from '../kernel/in-force.ts';
import type { PlainDate } from '../kernel/moment.ts';
import type { DeskId } from '../organisation/organisation.ts';
import type { Channel, ChecklistItem, ProcedureCode, ProcedureVersion, TimeLimit, TransferEntry } from './procedure.ts';

export const versionInForce = <V extends Pick<ProcedureVersion, 'validFrom' | 'validTo'>>(
  versions: readonly V[],
  date: PlainDate,
): V | undefined => inForce(versions, date);

export const transferInForce = (
  entries: readonly TransferEntry[],
  deskId: DeskId,
  procedureCode: ProcedureCode,
  date: PlainDate,
): TransferEntry | undefined =>
  inForce(entries.filter((entry) => entry.deskId === deskId && entry.procedureCode === procedureCode), date);

/** The limit of the channel; a channel without its own has that of the counter. */
export const limitFor = (version: Pick<ProcedureVersion, 'limits'>, channel: Channel): TimeLimit | undefined =>
  (version.limits.find((row) => row.channel === channel) ?? version.limits.find((row) => row.channel === 'counter'))?.limit;

/** Papers of the case; an unknown case has none, so `undefined` tells it apart. */
export const checklistFor = (version: Pick<ProcedureVersion, 'cases'>, caseId: string): readonly ChecklistItem[] | undefined =>
  version.cases.find((candidate) => candidate.caseId === caseId)?.checklist;
