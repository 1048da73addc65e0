/** State that has moved on is a conflict; everything else is content that cannot be accepted. */
const CONFLICTS = new Set([
  'act-not-possible', 'dossier-changed', 'changed-meanwhile', 'facts-changed', 'procedure-changed', 'already-taken', 'not-all-here',
  'not-forwardable', 'not-on-record', 'scans-missing', 'already-recorded',
  'complaint-ended', 'complaint-taken-up', 'stock-counted-meanwhile', 'stock-list-changed',
  'custody-case-settled', 'minute-made', 'reissue-done', 'compensation-paid', 'late-case-open',
  'bag-stands', 'packed-already', 'pieces-differ', 'not-in-bag', 'received-already', 'counted-not-in-bag',
]);

export const refusalStatus = (kind: string): number => (kind === 'role-not-allowed' ? 403 : CONFLICTS.has(kind) ? 409 : 422);
