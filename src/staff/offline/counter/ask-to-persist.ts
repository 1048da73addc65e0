/** False: the browser may throw the store away when the disk is full; whoever works with it is told. */
export const askToPersist = async (): Promise<boolean> =>
  (await navigator.storage.persisted()) || navigator.storage.persist();
