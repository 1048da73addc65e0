// What one round of synchronising works with.
import type { Moment } from '#core/kernel/moment.ts';
import type { Ports } from '../acting.ts';
import type { DeviceKey, Stored } from '../store.ts';
import type { Transport } from '../transport.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export type Round = {
  readonly stored: Stored;
  readonly ports: Ports;
  readonly device: DeviceKey;
  readonly transport: Transport;
  /** Resolves when the clerk's hands rest. */
  readonly whenIdle: () => Promise<void>;
  readonly businessNow: () => Moment;
};

/** What ends a round before its end. */
export type Stop = Extract<Verdict, { readonly kind: 'wait' | 'sign-in' | 'other-desk' | 'revoked' }>;
export const isStop = (verdict: { readonly kind: string }): verdict is Stop => ['wait', 'sign-in', 'other-desk', 'revoked'].includes(verdict.kind);

export const deviceHeader = ({ deviceId, token }: DeviceKey): { readonly 'x-device': string } => ({ 'x-device': `${deviceId}.${token}` });

export const askServer = async ({ transport, device }: Round, path: string): Promise<Verdict> =>
  verdictOf(await transport({ method: 'GET', path, headers: deviceHeader(device) }));
export const tellServer = async (
  { transport, ports }: Pick<Round, 'transport' | 'ports'>, path: string, json: unknown, device: DeviceKey, key = ports.newId(),
): Promise<Verdict> => verdictOf(await transport({ method: 'POST', path, json, headers: { ...deviceHeader(device), 'idempotency-key': key } }));
