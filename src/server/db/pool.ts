// The one way to a database: pools whose rows speak the core's language (moments, plain dates, numbers).
import { availableParallelism } from 'node:os';
import pg, { type Pool } from 'pg';
import { momentFromEpoch, type Moment } from '#core/kernel/moment.ts';

export type { Pool } from 'pg';

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;
const ARRAY_OID = { int8: 1016, date: 1182, timestamptz: 1185, numeric: 1231 } as const;

const BUSINESS_ZONE = 'Asia/Ho_Chi_Minh';
/** Measured: above four connections a core, receiving a dossier gets slower, not faster. */
const CONNECTIONS_A_CORE = 4;
const MOST_CONNECTIONS = 40;

const parseNumber = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new Error(`number too large for exact use: ${text}`);
  return value;
};

/** Hours, with minutes and seconds where the zone had them: until 1911 it went by the sun. */
const OFFSET = /([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/;

/** '2019-11-18 15:10:00+07' as the session's zone writes it; any other offset goes the long way. */
export const parseTimestamp = (text: string): Moment => {
  if (text.length >= 22 && text.charCodeAt(4) === 45 && text.endsWith('+07')) {
    return `${text.slice(0, 10)}T${text.slice(11, 19)}+07:00` as Moment;
  }
  const [offset = '', sign, hours = '', minutes = '0', seconds = '0'] = OFFSET.exec(text) ?? [];
  const local = Date.parse(`${text.slice(0, text.length - offset.length).replace(' ', 'T')}Z`);
  if (offset === '' || Number.isNaN(local)) throw new Error(`not a moment: ${text}`);
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return momentFromEpoch(sign === '-' ? local + ahead : local - ahead);
};

const keep = (text: string): string => text;
type ArrayParser = { readonly create: <T>(source: string, parse: (entry: string) => T) => { parse(): T[] } };
// the types of pg leave out its array parser
const { arrayParser } = pg.types as unknown as { readonly arrayParser: ArrayParser };
const listOf =
  <T>(parse: (text: string) => T) =>
  (text: string): readonly T[] =>
    arrayParser.create(text, parse).parse();

const parsers = new Map<number, (text: string) => unknown>([
  [OID.int8, parseNumber],
  [OID.numeric, parseNumber],
  [OID.date, keep],
  [OID.timestamptz, parseTimestamp],
  [ARRAY_OID.int8, listOf(parseNumber)],
  [ARRAY_OID.numeric, listOf(parseNumber)],
  [ARRAY_OID.date, listOf(keep)],
  [ARRAY_OID.timestamptz, listOf(parseTimestamp)],
]);

type GetParser = (oid: number, format?: 'text' | 'binary') => (text: string) => unknown;
const otherwise = pg.types.getTypeParser as unknown as GetParser;

/** What every connection of ours shares, pooled or single. */
export const connectionOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  options: `-c search_path=motcua,public -c timezone=${BUSINESS_ZONE}`,
  types: {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      (format !== 'binary' && parsers.get(oid)) || otherwise(oid, format)) as never,
  },
});

export const createPool = (url: string, max?: number): Pool => {
  const pool = new pg.Pool({
    ...connectionOf(url),
    max: max ?? Math.min(CONNECTIONS_A_CORE * availableParallelism(), MOST_CONNECTIONS),
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
  });
  // a killed server drops idle connections: the next query opens a new one, so this is no fault
  pool.on('error', () => undefined);
  return pool;
};
