// Why an act done without a line is kept for a person: it could not be believed (quarantined), the law refuses it
// (refused, with the core's own reason), or it was taken as printed and the server would have said it differently.
export const QUARANTINE_REASONS = [
  'desk-differs', 'grant-unknown', 'grant-not-valid', 'proof-wrong', 'person-not-at-desk', 'officer-proof-wrong', 'device-revoked',
  'clock-off', 'made-in-future', 'body-unreadable', 'body-too-large', 'number-not-leased', 'number-used', 'paper-used', 'key-reused', 'basis-unknown', 'corrects-unknown',
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

export const CORRECTION_REASONS = [
  'performed-before', 'code-differs', 'due-differs', 'fee-differs', 'day-differs', 'procedure-changed', 'calendar-changed', 'form-changed', 'register-of-next-year',
  'number-by-server', 'number-unused',
] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];
