// A device as the server knows it, and the guard of every route below /api/desk/offline/.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { problem } from '../../http/problem.ts';
import { type App, type Deps, requireActor } from '../../http/route.ts';
import { hashDeviceToken } from './derived-secrets.ts';
import { findDevice, touchDevice } from './devices.sql.ts';

export type Device = {
  readonly deviceId: string;
  readonly deskId: DeskId;
  readonly name: string;
  readonly tokenHash: Buffer;
  readonly enrolledAt: Moment;
  readonly revokedAt: Moment | null;
  /** Real time, milliseconds. */
  readonly lastSeenAt: number | null;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a revoked device printed before is still heard, and kept for a person to judge. */
    revokedDevice?: 'heard';
  }
  interface FastifyRequest {
    device: Device | null;
  }
}

const HEADER = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;
const SEEN_MILLISECONDS = 30_000;

export const requireDevice = (request: FastifyRequest): Device => {
  if (!request.device) throw problem('device-unknown');
  return request.device;
};

/** The device's token and somebody of its desk: neither alone opens anything. */
export const guardDevices = (scope: App, { pool, world, realNow }: Deps): void => {
  scope.decorateRequest('device', null);
  scope.addHook('onRequest', async (request) => {
    const [, deviceId, token] = HEADER.exec(String(request.headers['x-device'] ?? '')) ?? [];
    if (deviceId === undefined || token === undefined) throw problem('device-unknown');
    const device = await findDevice(pool, world.provinceId, deviceId);
    const isItself = device !== undefined && timingSafeEqual(device.tokenHash, hashDeviceToken(token));
    const { assignments } = requireActor(request);
    // a device of another desk is not there
    if (!isItself || !assignments.some(({ deskId }) => deskId === device.deskId)) throw problem('device-unknown');
    const now = realNow();
    if ((device.lastSeenAt ?? 0) + SEEN_MILLISECONDS <= now) await touchDevice(pool, world.provinceId, deviceId, now);
    if (device.revokedAt !== null && request.routeOptions.config.revokedDevice !== 'heard') throw problem('device-revoked');
    request.device = device;
  });
};
