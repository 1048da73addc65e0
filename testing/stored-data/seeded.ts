// Chance and clock of one process, the same each time: what is written with them can be compared.
const AT = Date.parse('2026-11-28T07:30:00+07:00');

/** Returns ids in the form of UUIDs, in order. */
export const seeded = (): (() => string) => {
  let state = 42;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  Object.defineProperty(globalThis.crypto, 'getRandomValues', {
    value: (bytes: Uint8Array) => {
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = next() & 0xff;
      return bytes;
    },
  });
  Date.now = () => AT;
  let count = 0;
  return () => {
    count += 1;
    return `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
};
