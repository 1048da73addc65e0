// Shipments with the carriers, and the rounds of the post’s own couriers.
import { randomUUID } from 'node:crypto';
import { RECEIVER, carrierSettings } from '../carrier/planted-carriers.ts';
import { farmer } from '../desk-commands.ts';
import { type MatrixRow, type MatrixRows, type Target, at, birth, COURIER, DESK, HOOK_SECRET, POST, reason } from './row.ts';

/** A little after the world has begun. */
const AT_DOOR = '2019-11-18T07:31:00+07:00';
/** On a round; another's shipments are not there. */
const courier = (path: string | ((target: Target) => string), body: (target: Target) => object): MatrixRow =>
  ({ who: COURIER, sees: COURIER, call: (target) => ({ url: `/api/courier/${typeof path === 'string' ? path : path(target)}`, body: body(target) }) });

export const SHIPMENT_CALLS: MatrixRows = {
  'GET /api/desk/shipments': { who: DESK, state: 'ready-to-return', call: at('/api/desk/shipments?deskId=ky-bac') },
  'POST /api/desk/shipments': {
    who: DESK, state: 'ready-to-return',
    call: ({ carrierId, dossierId }) => ({
      url: '/api/desk/shipments',
      body: { shipmentId: randomUUID(), deskId: 'ky-bac', carrierId, dossiers: [{ dossierId, revision: 2 }], receiver: RECEIVER, collectOnDelivery: 0, withItemNumber: false },
    }),
  },
  'GET /api/desk/shipments/:shipmentId': { who: DESK, state: 'ready-to-return', call: ({ shipmentId }) => ({ url: `/api/desk/shipments/${shipmentId}` }) },
  'GET /api/desk/shipments/:shipmentId/label.pdf': { who: DESK, state: 'ready-to-return', call: ({ shipmentId }) => ({ url: `/api/desk/shipments/${shipmentId}/label.pdf` }) },
  'POST /api/desk/shipments/hand-over': {
    who: DESK, state: 'ready-to-return',
    call: ({ carrierId, shipmentId }) => ({ url: '/api/desk/shipments/hand-over', body: { handOverId: randomUUID(), deskId: 'ky-bac', carrierId, shipmentIds: [shipmentId] } }),
  },
  'POST /api/desk/shipments/:shipmentId/wrong': {
    who: DESK, state: 'ready-to-return',
    call: ({ shipmentId, dossierId }) => ({ url: `/api/desk/shipments/${shipmentId}/wrong`, body: { deskId: 'ky-bac', kind: 'damaged', dossierIds: [dossierId], note: reason } }),
  },
  'POST /api/desk/shipments/count-back': {
    who: DESK, state: 'ready-to-return',
    call: ({ carrierId, shipmentId }) => ({ url: '/api/desk/shipments/count-back', body: { deskId: 'ky-bac', carrierId, counts: [{ shipmentId, result: 'there' }] } }),
  },
  'POST /api/desk/shipments/:shipmentId/cancel': {
    who: DESK, state: 'ready-to-return', call: ({ shipmentId }) => ({ url: `/api/desk/shipments/${shipmentId}/cancel`, body: { deskId: 'ky-bac' } }),
  },
  'GET /api/desk/couriers': { who: DESK, state: 'ready-to-return', call: at('/api/desk/couriers?deskId=ky-bac') },
  'POST /api/desk/courier-records': {
    who: DESK, state: 'ready-to-return',
    call: ({ courierId, shipmentId }) => ({ url: '/api/desk/courier-records', body: { recordId: randomUUID(), deskId: 'ky-bac', courierId, day: '2019-11-18', shipmentIds: [shipmentId] } }),
  },
  'POST /api/desk/courier-records/:recordId/take': {
    who: DESK, state: 'ready-to-return',
    call: ({ handInRecordId }) => ({ url: `/api/desk/courier-records/${handInRecordId}/take`, body: { deskId: 'ky-bac', received: [], missing: [], amountCounted: 0 } }),
  },
  'POST /api/desk/courier-shipments/:shipmentId/end': {
    who: DESK, state: 'ready-to-return', call: ({ shipmentId }) => ({ url: `/api/desk/courier-shipments/${shipmentId}/end`, body: { deskId: 'ky-bac', reason } }),
  },
  'POST /api/desk/courier-shipments/:shipmentId/undo': {
    who: DESK, state: 'ready-to-return', isDelivered: true, call: ({ shipmentId }) => ({ url: `/api/desk/courier-shipments/${shipmentId}/undo`, body: { undoneId: randomUUID(), deskId: 'ky-bac', ground: reason } }),
  },
  'GET /api/desk/courier-shipments/:shipmentId': { who: DESK, state: 'ready-to-return', call: ({ shipmentId }) => ({ url: `/api/desk/courier-shipments/${shipmentId}?deskId=ky-bac` }) },
  'POST /api/desk/courier-shipments/:shipmentId/record-delivery': {
    who: DESK, state: 'ready-to-return',
    call: ({ shipmentId }) => ({
      url: `/api/desk/courier-shipments/${shipmentId}/record-delivery`,
      body: {
        attemptId: randomUUID(), at: AT_DOOR, deskId: 'ky-bac', ground: reason, noPaper: reason, receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true,
        recalledPapers: [], amountCollected: 0, moneyId: randomUUID(), amountCounted: 0,
      },
    }),
  },
  'POST /api/desk/courier-shipments/:shipmentId/record-failure': {
    who: DESK, state: 'ready-to-return',
    call: ({ shipmentId }) => ({
      url: `/api/desk/courier-shipments/${shipmentId}/record-failure`, body: { attemptId: randomUUID(), at: AT_DOOR, deskId: 'ky-bac', ground: reason, noPaper: reason, reason: 'absent' },
    }),
  },
  // planted under the shipment's own id
  'POST /api/desk/courier-reports/:attemptId/settle': {
    who: DESK, state: 'ready-to-return', isDelivered: true, call: ({ shipmentId }) => ({ url: `/api/desk/courier-reports/${shipmentId}/settle`, body: { deskId: 'ky-bac', word: reason } }),
  },
  'POST /api/desk/pickups': {
    who: DESK, state: 'ready-to-return',
    call: ({ courierId }) => ({
      url: '/api/desk/pickups',
      body: { pickupId: randomUUID(), deskId: 'ky-bac', courierId, day: '2019-11-18', procedureCode: birth.code, person: { name: farmer.fullName, phone: '0912000001', address: 'thôn Phương Giai' } },
    }),
  },
  'POST /api/desk/pickups/:pickupId/close': {
    who: DESK, state: 'ready-to-return', call: ({ pickupId }) => ({ url: `/api/desk/pickups/${pickupId}/close`, body: { deskId: 'ky-bac', how: 'given-up' } }),
  },
  'POST /api/courier/pickups/:pickupId/collect': courier(({ pickupId }) => `pickups/${pickupId}/collect`, ({ sha256 }) => ({
    at: AT_DOOR, slipNumber: 'RR473124829VN', papers: [{ name: 'Tờ khai', form: 'original', count: 1 }], signature: sha256,
  })),
  'POST /api/courier/pickups/:pickupId/fail': courier(({ pickupId }) => `pickups/${pickupId}/fail`, () => ({ at: AT_DOOR, reason: 'absent' })),
  'GET /api/courier/round': { who: COURIER, call: at('/api/courier/round?day=2019-11-18') },
  'POST /api/courier/round/order': courier('round/order', ({ shipmentId }) => ({ day: '2019-11-18', shipmentIds: [shipmentId] })),
  'POST /api/courier/records/:recordId/take': courier(({ givenRecordId }) => `records/${givenRecordId}/take`, () => ({ at: AT_DOOR, received: [], missing: [] })),
  'POST /api/courier/shipments/:shipmentId/deliver': courier(({ shipmentId }) => `shipments/${shipmentId}/deliver`, () => ({
    attemptId: randomUUID(), at: AT_DOOR, receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, recalledPapers: [], amountCollected: 0,
  })),
  'POST /api/courier/shipments/:shipmentId/fail': courier(({ shipmentId }) => `shipments/${shipmentId}/fail`, () => ({ attemptId: randomUUID(), at: AT_DOOR, reason: 'absent' })),
  'POST /api/courier/hand-in': courier('hand-in', ({ shipmentId }) => ({ recordId: randomUUID(), deskId: 'ky-bac', at: AT_DOOR, shipmentIds: [shipmentId], amount: 0 })),
  'GET /api/post/rounds': { who: ['post-supervisor'], call: at('/api/post/rounds?day=2019-11-18') },
  'POST /api/post/rounds/unplan': { who: ['post-supervisor'], sees: ['post-supervisor'], call: ({ shipmentId }) => ({ url: '/api/post/rounds/unplan', body: { shipmentIds: [shipmentId] } }) },
  'POST /api/post/rounds/assign': {
    who: ['post-supervisor'], sees: ['post-supervisor'],
    call: ({ courierId, shipmentId }) => ({ url: '/api/post/rounds/assign', body: { courierId, day: '2019-11-18', shipmentIds: [shipmentId] } }),
  },
  'GET /api/desk/money': { who: DESK, state: 'ready-to-return', call: at('/api/desk/money?deskId=ky-bac') },
  'POST /api/desk/remittances': {
    who: DESK, state: 'ready-to-return', call: () => ({ url: '/api/desk/remittances', body: { remittanceId: randomUUID(), deskId: 'ky-bac', sumIds: [randomUUID()], way: 'cash', paidOn: '2019-11-18' } }),
  },
  'GET /api/post/money': { who: POST, call: at('/api/post/money') },
  'POST /api/post/remittances/:remittanceId/confirm': {
    who: POST, sees: POST, call: ({ remittanceId }) => ({ url: `/api/post/remittances/${remittanceId}/confirm`, body: { counted: 8_000, receiptNumber: '01' } }),
  },
  'GET /api/desk/items/:itemNumber': { who: DESK, state: 'ready-to-return', call: ({ itemNumber }) => ({ url: `/api/desk/items/${itemNumber}` }) },
  'GET /api/admin/carriers': { who: ['administrator'], call: at('/api/admin/carriers') },
  'POST /api/admin/carriers/:carrierId': {
    who: ['administrator'], call: ({ carrierId }) => ({ url: `/api/admin/carriers/${carrierId}`, body: carrierSettings() }),
  },
  'POST /api/admin/carriers/:carrierId/try': { who: ['administrator'], call: ({ carrierId }) => ({ url: `/api/admin/carriers/${carrierId}/try`, body: {} }) },
  'POST /api/admin/carriers/:carrierId/codes': {
    who: ['administrator'], call: ({ carrierId }) => ({ url: `/api/admin/carriers/${carrierId}/codes`, body: { code: '4', meaning: 'delivered' } }),
  },
  'POST /api/admin/carriers/:carrierId/hook': { who: ['administrator'], call: ({ carrierId }) => ({ url: `/api/admin/carriers/${carrierId}/hook`, body: {} }) },
  // whoever has the secret is the carrier
  'POST /api/carriers/:carrierId/events': { who: 'open', call: ({ carrierId }) => ({ url: `/api/carriers/${carrierId}/events`, body: { DATA: { ORDER_NUMBER: randomUUID() }, TOKEN: HOOK_SECRET } }) },
  'POST /api/admin/carriers/:carrierId/orders/:orderNumber/settle': {
    who: ['administrator'],
    call: ({ carrierId, orderNumber }) => ({ url: `/api/admin/carriers/${carrierId}/orders/${orderNumber}/settle`, body: { arrived: true, note: reason } }),
  },
  'GET /api/admin/item-ranges': { who: ['administrator'], call: at('/api/admin/item-ranges') },
  'POST /api/admin/item-ranges': {
    who: ['administrator'], call: () => ({ url: '/api/admin/item-ranges', body: { deskId: 'ky-bac', prefix: 'RR', from: 2, to: 1, decision: reason } }),
  },
};
