import { describe, expect, it } from 'vitest';
import { DOSSIER_STATES } from '#core/dossier/state.ts';
import { documentFor, type PaperPayload } from '#documents/papers.ts';
import { worldOf } from '../world-of.ts';
import { sampleBooks } from './load-sample.ts';

const TABLES = ['dossier', 'dossier_paper', 'dossier_fee', 'dossier_step', 'certification_entry', 'supplement_request', 'outcome', 'outcome_return', 'guidance', 'issued_paper', 'hand_over', 'hand_over_line', 'number_counter'] as const;

describe('the past of a world', () => {
  const world = worldOf('kybac-2019');
  const { books } = sampleBooks(world, 0);

  it('is written the same way twice', () => {
    const again = sampleBooks(world, 0).books;
    for (const table of [...TABLES, 'journal', 'journal_head']) expect(again.rowsOf(table)).toEqual(books.rowsOf(table));
  });

  it('puts real time behind by what the clock was set forward', () => {
    const offset = 3_600;
    const [row] = sampleBooks(world, offset).books.rowsOf('journal');
    expect(Date.parse(String(row?.['at'])) - Date.parse(String(row?.['recorded_at']))).toBe(offset * 1000);
  });

  it('has papers that can all be set', () => {
    const papers = books.rowsOf('issued_paper');
    expect(papers.length).toBeGreaterThan(30);
    for (const paper of papers) expect(documentFor(paper['payload'] as PaperPayload).title, String(paper['kind'])).not.toBe('');
  });

  it('writes every row of a table with the same columns', () => {
    for (const table of TABLES) {
      const [first, ...rest] = books.rowsOf(table);
      for (const row of rest) expect(Object.keys(row), table).toEqual(Object.keys(first ?? {}));
    }
  });
});

describe('what did not arrive', () => {
  const world = worldOf('hatinh-2026');
  const { books } = sampleBooks(world, 0);
  const today = world.startsAt.slice(0, 10);

  it('is late by the window that the rules give it, and one bag of it is lost, with a case for what lies in it', () => {
    const open = books.rowsOf('hand_over').filter((row) => row['received_at'] === null && String(row['transit_due']) < today);
    expect(open).toHaveLength(3);
    const [lost, ...others] = books.rowsOf('bag').toSorted((a, b) => Number(a['lost_at'] === null) - Number(b['lost_at'] === null));
    expect([lost?.['lost_at'] === null, others.map((row) => row['lost_at'])]).toEqual([false, [null]]);
    const cases = books.rowsOf('custody_case');
    expect(cases.map((row) => [row['kind'], row['thing_id']])).toEqual([['bag-lost', lost?.['bag_id']]]);
    expect(books.rowsOf('custody_case_content').length).toBeGreaterThan(0);
  });

  it('every record keeps its window, and all but those arrived in time', () => {
    for (const row of books.rowsOf('hand_over_line')) expect(row['transit']).toMatchObject({ rulesVersion: 1 });
    for (const row of books.rowsOf('hand_over')) expect(row['transit_due']).toMatch(/^20\d\d-/u);
  });
});

describe('the sample month', () => {
  const { books } = sampleBooks(worldOf('hatinh-2026'), 0);
  const dossiers = books.rowsOf('dossier');

  it('shows dossiers in every state of their life', () => {
    const found = new Set(dossiers.map((row) => row['state']));
    expect(DOSSIER_STATES.filter((state) => !found.has(state))).toEqual([]);
  });

  it('gives every code once', () => {
    const codes = dossiers.map((row) => String(row['code']));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('closes some late and most in time', () => {
    const closed = dossiers.filter((row) => row['state'] === 'returned' && row['due_at'] !== null);
    const issued = new Map(books.rowsOf('outcome').map((row) => [row['dossier_id'], String(row['issued_at']).slice(0, 10)]));
    const late = closed.filter((row) => (issued.get(row['dossier_id']) ?? '') > String(row['due_at']).slice(0, 10));
    expect(late.length / closed.length).toBeGreaterThan(0.01);
    expect(late.length / closed.length).toBeLessThan(0.12);
  });

  it('keeps twelve dossiers that a hamlet head brought together in one batch, each with its own owner', () => {
    const batches = Map.groupBy(dossiers.filter((row) => row['batch_id'] !== null), (row) => row['batch_id']);
    expect(batches.size).toBeGreaterThan(0);
    for (const batch of batches.values()) {
      expect(batch).toHaveLength(12);
      expect(new Set(batch.map((row) => (row['parties'] as { owner: { identity: { number: string } } }).owner.identity.number)).size).toBe(12);
    }
  });

  it('names one person for each hand-over: who sent and who received it on the record is who did so in the journal', () => {
    const did = new Map(books.rowsOf('journal').map((row) => [`${String(row['act'])} ${String(row['dossier_id'])}`, String(row['account_id'])]));
    const handOvers = new Map(books.rowsOf('hand_over').map((row) => [row['hand_over_id'], row]));
    const lines = books.rowsOf('hand_over_line');
    expect(lines.length).toBeGreaterThan(1_000);
    const contradicted = lines.flatMap((line) => {
      const bag = handOvers.get(line['hand_over_id']) ?? {};
      const [sends, takes] = bag['direction'] === 'to-agency' ? ['forward-dossiers', 'accept-hand-over'] : ['send-outcome', 'accept-outcome'];
      const who = (act: string) => did.get(`${act} ${String(line['dossier_id'])}`);
      const agrees = who(sends) === bag['sent_by'] && (line['result'] === null ? who(takes) === undefined : who(takes) === bag['received_by']);
      return agrees ? [] : [`${String(bag['record_number'])} ${String(line['dossier_id'])}`];
    });
    expect(contradicted).toEqual([]);
  });

  it('opens each book of the year by its head before anything is written in it, by a decision plainly made up', () => {
    const pages = new Map(books.rowsOf('register_book').map((row) => [`${String(row['series'])} ${String(row['period'])}`, row]));
    const first = new Map<string, string>();
    const enter = (series: string, at: unknown): void => {
      if (String(at) < (first.get(series) ?? '9')) first.set(series, String(at));
    };
    for (const row of books.rowsOf('register_entry')) enter(`register:${String(row['desk_id'])} ${String(row['year'])}`, row['entered_at']);
    for (const row of books.rowsOf('certification_entry')) {
      if (Number(row['number']) > 0) enter(`certification:SCT/BS:${String(row['unit_id'])} 2026`, row['certified_at']);
    }
    expect([...pages.keys()].toSorted()).toEqual([...first.keys()].toSorted());
    expect(pages.size).toBeGreaterThan(10);
    for (const [series, page] of pages) {
      expect(String(page['opened_at']) < (first.get(series) ?? ''), series).toBe(true);
      expect(page['decision']).toContain('giả định');
      expect(page['opened_by_title']).toContain('CHỦ TỊCH');
    }
  });
});
