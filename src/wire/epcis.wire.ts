// The way of papers as EPCIS 2.0 in JSON-LD: what others read who know nothing of us but the standard. No person stands in it.
import { z } from 'zod';
import { THING_KINDS } from '#core/custody/thing.ts';
import { moment } from './fields.ts';

export const BIZ_STEPS = [
  'accepting', 'arriving', 'commissioning', 'decommissioning', 'departing', 'destroying', 'holding', 'inspecting', 'packing', 'receiving', 'shipping', 'storing',
  'transporting', 'unpacking',
] as const;
export const DISPOSITIONS = [
  'active', 'completeness_verified', 'container_closed', 'container_open', 'damaged', 'destroyed', 'in_progress', 'in_transit', 'inactive', 'mismatch_quantity', 'returned',
] as const;
export const ERROR_REASONS = ['did_not_occur', 'incorrect_data'] as const;

const uri = z.url();
const place = z.object({ id: uri });

const common = {
  eventID: uri,
  eventTime: moment,
  eventTimeZoneOffset: z.literal('+07:00'),
  recordTime: moment,
  /** The event as it was written, declared to be in error; it keeps its own identifier. */
  errorDeclaration: z.object({ declarationTime: moment, reason: z.enum(ERROR_REASONS), correctiveEventIDs: z.array(uri) }).optional(),
  action: z.enum(['ADD', 'OBSERVE', 'DELETE']),
  bizStep: z.enum(BIZ_STEPS),
  disposition: z.enum(DISPOSITIONS).optional(),
  /** Where it happened. */
  readPoint: place.optional(),
  /** Where the thing is from then on. */
  bizLocation: place.optional(),
  /** The dossier, and the record that both sides sign. */
  bizTransactionList: z.array(z.object({ type: z.literal('desadv').optional(), bizTransaction: uri })).optional(),
  sourceList: z.array(z.object({ type: z.literal('possessing_party'), source: uri })).optional(),
  destinationList: z.array(z.object({ type: z.literal('possessing_party'), destination: uri })).optional(),
  'motcua:kind': z.enum(THING_KINDS),
  /** Once this has happened. */
  'motcua:pieces': z.int().positive(),
};

const epcisEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ObjectEvent'), ...common, epcList: z.array(uri) }),
  z.object({ type: z.literal('AggregationEvent'), ...common, parentID: uri, childEPCs: z.array(uri) }),
]);
export type EpcisEvent = z.output<typeof epcisEvent>;

const vocabulary = z.object({
  type: z.literal('urn:epcglobal:epcis:vtype:BusinessLocation'),
  vocabularyElementList: z.array(z.object({ id: uri, attributes: z.array(z.object({ id: z.literal('cbvmda:name'), attribute: z.string() })) })),
});

export const epcisDocument = z.object({
  '@context': z.tuple([uri, z.object({ motcua: uri })]),
  type: z.literal('EPCISDocument'),
  schemaVersion: z.literal('2.0'),
  creationDate: moment,
  epcisHeader: z.object({ epcisMasterData: z.object({ vocabularyList: z.array(vocabulary) }) }),
  epcisBody: z.object({ eventList: z.array(epcisEvent) }),
});
export type EpcisDocument = z.output<typeof epcisDocument>;
