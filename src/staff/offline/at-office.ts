// What the office keeps to judge lies there whole, but for what was too large for the way: that lies at its machine alone.
import type { QuarantineReason } from '#core/offline/case-reason.ts';
import type { OutboxRow } from './counter-db.ts';

const NOT_WHOLE: QuarantineReason = 'body-too-large';

export const isWholeAtOffice = ({ refusal }: Pick<OutboxRow, 'refusal'>): boolean => refusal?.atOffice === true && refusal.code !== NOT_WHOLE;
