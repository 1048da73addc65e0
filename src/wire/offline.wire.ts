// The counter that works without a line: its device, what it holds in advance, and what it sends afterwards.
// Every route below /api/desk/offline/ carries `x-device: <deviceId>.<token>` beside the session of somebody of the desk.
import { z } from 'zod';
import { DOSSIER_STATES } from '#core/dossier/state.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import { OFFLINE_ACTS } from '#core/offline/offline-act.ts';
import { dossierCode, dossierId } from './dossier-parts.wire.ts';
import { count, dong, id, line, lines, moment, plain, revision, sha256, slug } from './fields.ts';

const accountId = id<AccountId>();
const deskId = slug<DeskId>();
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const version = z.string().regex(/^[0-9a-f]{16}$/);

/** POST /api/admin/devices/codes: good once, for half an hour. */
export const enrolmentCodeCommand = z.strictObject({ deskId, name: line(80) });
export const enrolmentCodeAnswer = z.object({ code: z.string(), validUntil: moment });

/** POST /api/desk/devices: the clerk types the code that the administrator gave. */
export const enrolDeviceCommand = z.strictObject({ code: line(20), description: line(200) });
export const offlinePolicy = z.object({
  /** A counter that heard nothing from the server for longer receives nothing by itself. */
  maxOfflineHours: count(24 * 14, 1),
  /** Personal data of dossiers that are through leave the machine after this. */
  retentionDays: count(365, 1),
  /** Working days beyond today for which numbers are held. */
  leaseDaysAhead: count(10),
});
export const enrolDeviceAnswer = z.object({ deviceId: id(), token, deskId, name: z.string(), policy: offlinePolicy });

/** GET /api/admin/devices */
export const devicesView = z.object({
  devices: z.array(z.object({
    deviceId: id(), deskId, deskName: z.string(), name: z.string(), description: z.string(),
    enrolledAt: moment, enrolledBy: z.string(), lastSeenAt: moment.optional(),
    /** As the device said when it was last seen. */
    pending: count(1_000_000), oldestPendingAt: moment.optional(),
    numbersHeld: count(1_000_000), openCases: count(1_000_000),
    revokedAt: moment.optional(), revokedReason: z.string().optional(),
  })),
  /** Every desk in force, to enrol a machine for. */
  desks: z.array(z.object({ deskId, name: z.string() })),
});
/** POST /api/admin/devices/:deviceId/revoke */
export const revokeDeviceCommand = z.strictObject({ reason: lines(300) });
export const revokeDeviceAnswer = z.object({ deviceId: id(), revokedAt: moment, leasesLost: count(1_000_000) });

/** POST /api/admin/devices/:deviceId/close-numbers: of a revoked machine, when nothing of it waits to be judged. */
export const closeDeviceNumbersCommand = z.strictObject({});
export const closeDeviceNumbersAnswer = z.object({ deviceId: id(), unused: count(100_000_000) });

/** POST /api/desk/offline/grants: whoever shall act at this device without a line; an officer beside the clerk proves herself by PIN. */
export const offlineGrantCommand = z.strictObject({
  officer: z.strictObject({ accountId, pin: z.string().regex(/^\d{6,12}$/) }).optional(),
});
export const offlineGrant = z.object({
  grantId: id(), accountId, fullName: z.string(), title: z.string(), roles: z.array(z.string()),
  /** Its 32 bytes are the HMAC key of the proofs this person gives; never leaves the device's vault. */
  secret: token,
  validUntil: moment,
});

/** POST /api/desk/offline/leases: the server fills up what is short; numbers held are given to nobody else. */
export const leaseCommand = z.strictObject({
  held: z.array(z.strictObject({ leaseId: id(), next: count(100_000_000, 1) })).max(200),
  pending: count(1_000_000), oldestPendingAt: moment.optional(),
});
export const numberLease = z.object({
  leaseId: id(), series: z.string(), period: z.string(), from: count(100_000_000, 1), to: count(100_000_000, 1),
  /** Of a book: the volume in which these numbers stand. */
  volume: count(999, 1).optional(),
});
export const leaseAnswer = z.object({ leases: z.array(numberLease), policy: offlinePolicy, businessNow: moment });
/** POST /api/desk/offline/leases/return: what is left over becomes a recorded gap; `leaving`: the machine is given back with them. */
export const returnLeasesCommand = z.strictObject({
  leases: z.array(z.strictObject({ leaseId: id(), next: count(100_000_001, 1) })).max(200),
  leaving: z.literal(true).optional(),
});
export const returnLeasesAnswer = z.object({ returned: count(200), unused: count(100_000_000) });

/** GET /api/desk/offline/reference: what there is, each part with the version of its content; ETag over all. */
export const referenceManifest = z.object({ parts: z.array(z.object({ key: z.string(), version })) });
/** POST /api/desk/offline/reference: only what is new here. */
export const referenceCommand = z.strictObject({ keys: z.array(z.string().max(120)).min(1).max(500) });
export const referenceAnswer = z.object({ parts: z.array(z.object({ key: z.string(), version, data: z.unknown() })) });

/** GET /api/desk/offline/changes?cursor=: the desk's dossiers as they are now, oldest change first. */
export const deskChange = z.object({
  dossierId, code: dossierCode, state: z.enum(DOSSIER_STATES), revision,
  /** The same view that GET /api/dossiers/:id gives this desk; absent: no longer this desk's. */
  view: z.unknown().optional(),
});
export const changesAnswer = z.object({ changes: z.array(deskChange), cursor: z.string().max(8_000), more: z.boolean() });

/** No command of ours is nearly so deep; one that is would exhaust whoever walks it. */
const DEEPEST = 32;
const isShallow = (value: unknown, left = DEEPEST): boolean =>
  value === null || typeof value !== 'object' || (left > 0 && Object.values(value).every((one) => isShallow(one, left - 1)));

/** One for each dossier of a bag. */
const MOST_FOLLOWED = 600;

/** HMAC-SHA256 of `proofText`, base64url. */
const proof = z.strictObject({ accountId, grantId: id(), proof: token });
/** POST /api/desk/offline/commands: one act done without a line. */
export const offlineCommand = z.strictObject({
  /** The act's Idempotency-Key: UUIDv7 made at the counter. */
  commandId: id(),
  act: z.enum(OFFLINE_ACTS),
  /** Of an act on one dossier. */
  dossierId: dossierId.optional(),
  /** Of 'accept-outcome': the record that is counted. */
  handOverId: id().optional(),
  /** The command of the act's own route, without its confirmation. */
  body: z.record(z.string(), z.unknown()).refine((body) => isShallow(body)),
  /** Business time at the counter, and the machine's own clock at the same moment. */
  madeAt: moment,
  machineAt: moment,
  by: proof,
  officer: proof.optional(),
  /** The numbers this act took, in the order it took them. */
  leased: z.array(z.strictObject({ leaseId: id(), series: plain(120), period: plain(20), number: count(100_000_000, 1) })).max(40),
  /** What was printed for the citizen, or told without a paper: it holds, whatever the server would have said. */
  printed: z.strictObject({
    code: dossierCode.optional(), paperId: id().optional(),
    /** Which version of its form the paper was printed on. */
    formVersion: plain(20).optional(),
    due: moment.optional(), totalFee: dong.optional(),
    /** It says that it replaces the receipt printed first, which never reached the register. */
    supersedes: z.strictObject({ number: line(40), issuedAt: moment, reason: line(300) }).optional(),
  }).optional(),
  /** An act that was refused and is sent anew as it was put right: same time, dossier and numbers; proven when it was put right. */
  corrects: z.strictObject({ commandId: id(), at: moment }).optional(),
  /** The acts of this counter that made what it builds on and that the server may not have taken; without it, of an older release, nobody knows. */
  follows: z.array(id()).max(MOST_FOLLOWED).optional(),
  /** Versions the counter decided with. */
  basis: z.record(plain(120), plain(80)),
  /** It was first sent to the act's own route and no answer came. */
  afterUnsettled: z.boolean(),
});
export type OfflineCommand = z.output<typeof offlineCommand>;
/** `lost`: the machine cannot read the scans that the act names; it is kept for a person instead of waiting for them. */
export const offlineCommandQuery = z.object({
  scans: z.literal('lost').optional(),
  /** The body was turned away for its size: this is the envelope without it, and how large it was. */
  bodyBytes: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
});
/** `cases`: what a person must look at although the act was taken; kinds of `offlineCase`. */
export const offlineCommandAnswer = z.object({ answer: z.unknown(), replayed: z.boolean(), cases: z.array(id()) });

/** GET /api/desk/offline/cases and /api/admin/offline-cases: what could not be taken as it came, or was taken and differs. */
export const offlineCase = z.object({
  caseId: id(),
  kind: z.enum(['refused', 'quarantined', 'correction']),
  reason: z.string(),
  /** In words, with the way out. */
  text: z.string(),
  act: z.enum(OFFLINE_ACTS),
  commandId: id(), dossierId: dossierId.optional(), code: dossierCode.optional(),
  /** As the counter wrote it: for whom, by whom, and the number on a paper that no dossier bears. Gone with the envelope. */
  personName: z.string().optional(), doneBy: z.string().optional(), paperNumber: z.int().optional(),
  deskId, deviceName: z.string(), madeAt: moment, openedAt: moment,
  settledAt: moment.optional(), settledBy: z.string().optional(), resolution: z.string().optional(),
  /** Of a bag that was filled at the counter: what is on it, and which dossiers were sealed in. */
  bag: z.object({ label: z.string().optional(), sealNumber: z.string(), codes: z.array(dossierCode).readonly() }).optional(),
});
export const offlineCasesView = z.object({ cases: z.array(offlineCase) });
/** GET /api/desk/offline/judged?commands=…,…: of the commands that wait at a counter for a person, those whose case is settled. */
export const judgedQuery = z.object({ commands: z.string().max(4_000).transform((text) => text.split(',')).pipe(z.array(id()).min(1).max(50)) });
export const judgedAnswer = z.object({ judged: z.array(z.object({ commandId: id(), how: z.enum(['taken', 'corrected', 'set-aside']) })) });

/** POST /api/desk/offline/cases/:caseId/settle and /api/admin/offline-cases/:caseId/settle; 'taken' does the act now. */
export const settleCaseCommand = z.strictObject({ how: z.enum(['taken', 'corrected', 'set-aside']), note: lines(500) });
export const settleCaseAnswer = z.object({ caseId: id(), how: z.enum(['taken', 'corrected', 'set-aside']) });

/**
 * PUT /api/desk/offline/files/:sha256?offset=N&total=M (application/octet-stream, at most 256 KiB) answers how far it is:
 * a piece that does not go on from there is not kept, and an empty one only asks.
 */
export const filePieceAnswer = z.object({ sha256, received: count(100_000_000), complete: z.boolean() });

