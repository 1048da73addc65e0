// Nothing of it is on the disk: gone with the tab.
import type { LooseDrawer, TypedKind, TypedRow } from './drawer.ts';

const keyOf = (kind: TypedKind, id: string): string => `${kind} ${id}`;

export type MemoryDrawer = LooseDrawer & { readonly isEmpty: () => boolean };

export const memoryDrawer = (): MemoryDrawer => {
  const rows = new Map<string, TypedRow>();
  const listOf = (kind: TypedKind, group: string): readonly TypedRow[] => [...rows.values()].filter((row) => row.kind === kind && row.group === group);
  return {
    put: async (row) => rows.set(keyOf(row.kind, row.id), row),
    find: async (kind, id) => rows.get(keyOf(kind, id)),
    listOf: async (kind, group) => listOf(kind, group),
    remove: async (kind, id) => {
      rows.delete(keyOf(kind, id));
      for (const scan of listOf('scan', id)) rows.delete(keyOf('scan', scan.id));
    },
    all: async () => [...rows.values()],
    forget: async (moved) => {
      for (const row of moved) if (rows.get(keyOf(row.kind, row.id)) === row) rows.delete(keyOf(row.kind, row.id));
    },
    isEmpty: () => rows.size === 0,
  };
};
