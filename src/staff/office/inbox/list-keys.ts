// The list by keyboard: j and k move, x marks, Enter opens. Letters typed into a field stay letters.
export type ListState = { readonly at: number; readonly marked: ReadonlySet<string> };
export type ListMove = { readonly at: number; readonly marked: ReadonlySet<string>; readonly open?: string };

export const moveInList = (state: ListState, key: string, ids: readonly string[]): ListMove | undefined => {
  if (ids.length === 0) return undefined;
  const at = Math.max(-1, Math.min(state.at, ids.length - 1));
  const current = ids[at];
  switch (key) {
    case 'j': case 'ArrowDown': return { ...state, at: Math.min(at + 1, ids.length - 1) };
    case 'k': case 'ArrowUp': return { ...state, at: Math.max(at - 1, 0) };
    case 'x': return current === undefined ? undefined : { at, marked: toggled(state.marked, current) };
    case 'Enter': case 'o': return current === undefined ? undefined : { ...state, at, open: current };
    default: return undefined;
  }
};

export const toggled = (marked: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(marked);
  if (!next.delete(id)) next.add(id);
  return next;
};
