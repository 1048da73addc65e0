// How long a counter may go on by itself, and what it keeps. Rules of the house, not of a statute: a working week's
// end with a holiday at each side must not stop a counter, and personal data stays no longer than a dossier is asked for.
export type OfflinePolicy = {
  readonly maxOfflineHours: number;
  readonly retentionDays: number;
  readonly leaseDaysAhead: number;
};

export const OFFLINE_POLICY: OfflinePolicy = { maxOfflineHours: 96, retentionDays: 30, leaseDaysAhead: 2 };
