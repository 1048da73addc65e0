// Another house's program is given its token, is taken it from, and reads: each of these once, and each with its journal entry.
import { randomUUIDv7 } from 'node:crypto';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { IntegratorRefused, IssueIntegrator } from '#wire/integrators.wire.ts';
import { MOST_YEARS } from '#wire/refusals/integrators.ts';
import type { Act } from '../acts/act.ts';
import type { Secrets } from '../secrets.ts';
import { hashShownOnce, shownOnce } from '../signing/shown-once.ts';
import { type Integrator, type LockedIntegrator, findDossierInScope, insertIntegrator, isUnitInForce, lockIntegrator, saveIntegratorRevoked, touchIntegrator } from './integrators.sql.ts';

type IssueFacts = { readonly isUnitThere: boolean };
type Issued = { readonly integratorId: string; readonly issuedAt: Moment };

const decideIssue = ({ lastDay }: IssueIntegrator, { isUnitThere }: IssueFacts, today: PlainDate): Result<true, IntegratorRefused> => {
  if (!isUnitThere) return refuse({ kind: 'integrator-unit-unknown' });
  const latest = `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}`;
  return lastDay < today || lastDay > latest ? refuse({ kind: 'integrator-last-day' }) : ok(true);
};

export const issueIntegratorAct = (secrets: Secrets): Act<IssueIntegrator, IssueFacts, true, IntegratorRefused, Issued> => ({
  name: 'issue-integrator',
  load: async (db, { provinceId, now }, { unitId }) => ({ isUnitThere: unitId === undefined || (await isUnitInForce(db, provinceId, unitId, dateOf(now))) }),
  decide: (command, facts, { now }) => decideIssue(command, facts, dateOf(now)),
  save: async (db, context, { name, purpose, unitId, lastDay }) => {
    const integratorId = randomUUIDv7();
    await insertIntegrator(db, context, {
      integratorId, name, purpose, unitId: unitId ?? null, lastDay, tokenHash: hashShownOnce(shownOnce(secrets, 'integrator', context.commandId)),
    });
    return {
      answer: { integratorId, issuedAt: context.now }, chain: 'admin', outbox: [],
      journal: [{ act: 'issue-integrator', data: { integratorId, name, purpose, unitId: unitId ?? null, lastDay } }],
    };
  },
});

export type RevokeIntegrator = { readonly integratorId: string; readonly reason: string };

export const revokeIntegratorAct: Act<RevokeIntegrator, LockedIntegrator, true, IntegratorRefused, { readonly integratorId: string; readonly revokedAt: Moment }> = {
  name: 'revoke-integrator',
  load: (db, { provinceId }, { integratorId }) => lockIntegrator(db, provinceId, integratorId),
  decide: (_command, { isRevoked }) => (isRevoked ? refuse({ kind: 'integrator-revoked-already' }) : ok(true)),
  save: async (db, context, { integratorId, reason }, _decision, { name }) => {
    await saveIntegratorRevoked(db, context, integratorId, reason);
    return {
      answer: { integratorId, revokedAt: context.now }, chain: 'admin', outbox: [],
      journal: [{ act: 'revoke-integrator', data: { integratorId, name, reason } }],
    };
  },
};

export type ReadChain = { readonly integrator: Integrator; readonly code: string; readonly realNow: number };
type FoundChain = { readonly dossierId?: string };

/** What was asked for in vain is written down too: a program that tries codes is to be seen. */
export const readChainAct: Act<ReadChain, FoundChain, FoundChain, never, FoundChain> = {
  name: 'read-chain',
  load: async (db, { provinceId }, { integrator, code }) => {
    const dossierId = await findDossierInScope(db, provinceId, code, integrator.unitId);
    return dossierId === undefined ? {} : { dossierId };
  },
  decide: (_command, facts) => ok(facts),
  save: async (db, context, { integrator: { integratorId }, code, realNow }, found) => {
    await touchIntegrator(db, context.provinceId, integratorId, realNow);
    return {
      answer: found, chain: `access:integrator:${integratorId}`, outbox: [],
      journal: [{ act: 'read-chain', ...found, data: { code, isFound: found.dossierId !== undefined } }],
    };
  },
};
