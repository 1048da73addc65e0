// The record of a closed count, from what was decided.
import type { StockClosed, StockLine } from '#core/custody/stock-count.ts';
import { formatDate } from '#core/kernel/format.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { StockCountPayload } from '#documents/stock-count-record/payload.ts';
import { holderInWords, thingInWords } from '#wire/custody-words.ts';
import type { CloseStockBody } from '#wire/stock.wire.ts';
import type { StockSite } from './stock-site.ts';

const KINDS = { papers: 'Giấy tờ đã nộp', paper: 'Giấy tờ tách riêng', outcome: 'Kết quả', recalled: 'Giấy tờ thu hồi', envelope: 'Phong bì hồ sơ', bag: 'Túi hồ sơ' } as const;
const whatOf = ({ thing, pieces }: StockLine): string => {
  if (thing.kind === 'bag') return 'Túi hồ sơ';
  return `${thingInWords(thing)}, ${pieces === undefined ? `${thing.count} bản` : `có ${pieces}/${thing.count} bản`}`;
};

export const stockPaper = (
  { lines }: StockClosed, facts: {
    readonly site: StockSite; readonly body: CloseStockBody; readonly number: string; readonly now: Moment; readonly countedBy: StockCountPayload['countedBy'];
    readonly holderNames: ReadonlyMap<string, string>; readonly settleBy: PlainDate;
  },
): StockCountPayload => {
  const { site, body, now, holderNames } = facts;
  const of = (result: StockLine['result']): readonly StockLine[] => lines.filter((line) => line.result === result);
  const count = (result: StockLine['result'], kind: string): number => of(result).filter(({ thing }) => thing.kind === kind).length;
  const kinds = [...new Set(lines.filter(({ result }) => result !== 'left-meanwhile').map(({ thing }) => thing.kind))];
  // what is there with some of its pieces is there, and the rest of it is listed as not found
  const missing = [...of('missing'), ...of('short')];
  return {
    kind: 'stock-count-record', version: 'v1', head: site.head, issuedAt: now, number: facts.number, placeName: site.name, startedAt: body.startedAt,
    countedBy: facts.countedBy, witnessName: body.witnessName,
    sums: kinds.map((kind) => {
      const [found, gone] = [count('found', kind) + count('short', kind), count('missing', kind)];
      return { what: KINDS[kind], expected: found + gone, found, missing: gone, unexpected: count('unexpected', kind) };
    }),
    missing: missing.map((line) => ({ code: line.thing.code, what: whatOf(line), since: line.thing.since, note: line.note ?? '' })),
    unexpected: of('unexpected').map((line) => ({
      code: line.thing.code, what: whatOf(line), before: holderInWords({ kind: line.thing.holder.kind, name: holderNames.get(line.thing.thingId) }),
    })),
    strays: body.strays.map(({ scanned, note }) => ({ scanned, note })),
    settleBy: missing.some(({ thing }) => thing.kind !== 'bag') ? formatDate(facts.settleBy) : undefined,
  };
};
