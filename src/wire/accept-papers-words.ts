// One line of what came otherwise than it was sent, for the journal, the agency and the desk.
import type { PaperDifference } from '#core/dossier/accept-papers.ts';

export const differenceInWords = ({ name, result, sent, arrived, note }: Omit<PaperDifference, 'lineNo'>): string =>
  `${name} ${result === 'damaged' ? 'bị hư hỏng' : `thiếu ${sent - arrived} trong ${sent} bản`} (${note})`;
