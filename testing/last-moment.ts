// Another tab of the machine, which writes an act just before the store is emptied.
import type { CounterDb } from '#staff/offline/counter-db.ts';

export const writesInLastMoment = (db: CounterDb): void => {
  const transaction = db.transaction.bind(db) as (...asked: readonly unknown[]) => Promise<unknown>;
  Object.assign(db, {
    transaction: async (...asked: readonly unknown[]): Promise<unknown> => {
      if (!Array.isArray(asked[1]) || asked[1].length < db.tables.length) return transaction(...asked);
      Object.assign(db, { transaction });
      await db.outbox.add({ commandId: 'c', act: 'cancel-entry', state: 'queued', madeAt: '2019-11-18T08:00:00+07:00', dossierIds: ['d'], scans: [], bodyHash: '', attempts: 0, sealed: new Uint8Array(0) });
      return transaction(...asked);
    },
  });
};
