// Whether what a command says it puts right lies here to be put right by it.
import { isSameFilledBag } from '#wire/bags.wire.ts';
import type { DeskDeps } from '../../desk/facts/desk-route.ts';
import { findCase, findKeptOf } from '../kept/cases.sql.ts';
import type { Sending } from './sending.ts';

/** A sealed bag goes again as it went first; an envelope that is emptied by now was compared when this one first came. */
const isSameBag = async ({ pool, world: { provinceId } }: DeskDeps, caseId: string, body: unknown): Promise<boolean> => {
  const first = (await findCase(pool, provinceId, caseId))?.envelope.body;
  return first === undefined || isSameFilledBag(first, body);
};

/** It lies here refused, from this machine and of this dossier and time, and nobody but itself has settled it yet. */
export const correctsKept = async (deps: DeskDeps, { command, device }: Sending): Promise<boolean> => {
  if (!command.corrects) return true;
  const kept = await findKeptOf(deps.pool, deps.world.provinceId, command.corrects.commandId);
  return kept?.kind === 'refused' && (kept.settledAt === null || kept.correctedBy === command.commandId) && kept.deviceId === device.deviceId && kept.act === command.act
    && kept.dossierId === (command.dossierId ?? null) && kept.handOverId === (command.handOverId ?? null) && kept.madeAt === command.madeAt
    && (command.act !== 'hand-over-filled-bag' || isSameBag(deps, kept.caseId, command.body));
};
