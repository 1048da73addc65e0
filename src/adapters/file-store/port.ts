// Where scans and signatures lie: by the hash of their content, written once, never changed.
export type FileStore = {
  /** Durable when it returns; the same content again is no fault. */
  readonly put: (sha256: string, bytes: Uint8Array) => Promise<void>;
  readonly get: (sha256: string) => Promise<Uint8Array | undefined>;
};
