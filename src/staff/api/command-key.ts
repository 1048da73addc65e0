// One act, one key, until the server has answered: a double click or a retry after a cut line
// sends the same key, and the server does the act once.
export type KeyRing = {
  readonly keyFor: (path: string, body: string) => string;
  readonly answered: (path: string, body: string) => void;
};

export const makeKeyRing = (newKey: () => string): KeyRing => {
  const open = new Map<string, string>();
  const slot = (path: string, body: string) => `${path} ${body}`;
  return {
    keyFor: (path, body) => {
      const kept = open.get(slot(path, body)) ?? newKey();
      open.set(slot(path, body), kept);
      return kept;
    },
    answered: (path, body) => void open.delete(slot(path, body)),
  };
};
