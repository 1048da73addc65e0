import type { FileStore } from './port.ts';

export const fakeFileStore = (): FileStore => {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (sha256, bytes) => {
      kept.set(sha256, Uint8Array.from(bytes));
    },
    get: async (sha256) => kept.get(sha256),
  };
};
