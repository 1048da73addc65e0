// One person brings many: a row each, own dossier, own code; all rows carry the same batch.
export type RowState =
  | { readonly kind: 'open' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly code: string; readonly dossierId: string; readonly paperId: string }
  | { readonly kind: 'failed'; readonly text: string };
export type BatchRow = {
  readonly dossierId: string;
  readonly key: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly number: string;
  readonly line: string;
  readonly authorisation: string;
  /** What this person declares otherwise than the list, as typed, by the field's name. */
  readonly own: Readonly<Record<string, string>>;
  readonly state: RowState;
};

export const newRow = (ids: () => string): BatchRow => ({
  dossierId: ids(),
  key: ids(),
  fullName: '',
  birthDate: '',
  number: '',
  line: '',
  authorisation: '',
  own: {},
  state: { kind: 'open' },
});
export const isNamed = (row: BatchRow): boolean => row.fullName.trim() !== '';
export const toSend = (rows: readonly BatchRow[]): readonly BatchRow[] =>
  rows.filter((r) => isNamed(r) && r.state.kind !== 'done');

/** A list pasted from a sheet: name, number, birth date, hamlet, authorisation, then the person's own fields; tabs or semicolons between. */
export const rowsFromText = (text: string, ids: () => string, own: readonly string[] = []): readonly BatchRow[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|;/).map((cell) => cell.trim()))
    .filter(([name]) => name !== undefined && name !== '')
    .map(([fullName = '', number = '', birthDate = '', line = '', authorisation = '', ...more]) => ({
      ...newRow(ids),
      fullName,
      number,
      birthDate,
      line,
      authorisation,
      own: Object.fromEntries(own.map((name, i) => [name, more[i] ?? ''])),
    }));

/** '2. Trần Thị Hai': as they stand in the list, so that they are found. */
const named = (rows: readonly BatchRow[], isOne: (row: BatchRow) => boolean): readonly string[] =>
  rows.flatMap((row, i) => (isNamed(row) && isOne(row) ? [`${i + 1}. ${row.fullName.trim()}`] : []));
export const failedRows = (rows: readonly BatchRow[]) => named(rows, (row) => row.state.kind === 'failed');
/** Each owner signs an authorisation of his own; one without a number is asked for, the officer decides. */
export const unauthorisedRows = (rows: readonly BatchRow[]) =>
  named(rows, (row) => row.state.kind !== 'done' && row.authorisation.trim() === '');

export const progressOf = (rows: readonly BatchRow[]) => {
  const named = rows.filter(isNamed);
  return {
    all: named.length,
    done: named.filter((r) => r.state.kind === 'done').length,
    failed: named.filter((r) => r.state.kind === 'failed').length,
  };
};
