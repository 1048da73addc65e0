// What is typed and not yet received, with its scans. Where it lies depends on the machine: as it is on an ordinary one,
// sealed on an enrolled counter, and in memory alone while that counter's store is shut.
export type TypedKind = 'draft' | 'list' | 'scan';
export type TypedRow = {
  readonly kind: TypedKind;
  readonly id: string;
  /** Whose draft or list it is; of a scan, the work it belongs to. */
  readonly group: string;
  /** By the machine's clock. */
  readonly savedAt: number;
  /** Of a scan the Blob, else what JSON can hold. */
  readonly content: unknown;
};

export type Drawer = {
  readonly put: (row: TypedRow) => Promise<unknown>;
  readonly find: (kind: TypedKind, id: string) => Promise<TypedRow | undefined>;
  readonly listOf: (kind: TypedKind, group: string) => Promise<readonly TypedRow[]>;
  /** With the scans that belong to it. */
  readonly remove: (kind: TypedKind, id: string) => Promise<unknown>;
  /** When what is being written is through: whether all of it is kept. */
  readonly isKept?: () => Promise<boolean>;
};
/** One that is emptied into another. */
export type LooseDrawer = Drawer & {
  readonly all: () => Promise<readonly TypedRow[]>;
  /** Of these, whatever was not changed since. */
  readonly forget: (rows: readonly TypedRow[]) => Promise<unknown>;
};
