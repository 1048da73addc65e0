// What an official signed with, checked before the act: a PIN counts its wrong tries whatever becomes of the act.
import type { FastifyRequest } from 'fastify';
import type { SignedFor } from '#core/custody/sign-for.ts';
import type { SignatureGiven } from '#wire/sign-for.wire.ts';
import { type Deps, requireActor } from '../../http/route.ts';
import { checkOwnPin } from '../../session/own-pin.ts';
import { wasSentBy } from './signature.sql.ts';

export const signedFor = async (request: FastifyRequest, deps: Deps, given: SignatureGiven | undefined): Promise<SignedFor> => {
  const { accountId } = requireActor(request);
  if (!given || given.by === 'button') return { by: 'button' };
  if (given.by === 'pin') return { by: 'pin', pin: await checkOwnPin(deps, accountId, given.pin) };
  return { ...given, isKnown: await wasSentBy(deps.pool, deps.world.provinceId, accountId, given.file) };
};
