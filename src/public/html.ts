// The template of citizen pages: whatever is put in is escaped, unless it is itself a piece of page.
const piece: unique symbol = Symbol('html');

export type Html = { readonly [piece]: string };
export type Slot = Html | string | number | false | null | undefined | readonly Slot[];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const fill = (slot: Slot): string => {
  if (slot === null || slot === undefined || slot === false) return '';
  if (typeof slot === 'string') return escape(slot);
  if (typeof slot === 'number') return String(slot);
  return piece in slot ? slot[piece] : slot.map(fill).join('');
};

/** Attributes are always quoted in our pages, so that one escaping serves both places. */
export const html = (strings: TemplateStringsArray, ...slots: readonly Slot[]): Html => ({
  [piece]: strings.map((text, index) => text + fill(slots[index])).join(''),
});

export const textOf = (page: Html): string => page[piece].replace(/\n\s+/g, '\n');
