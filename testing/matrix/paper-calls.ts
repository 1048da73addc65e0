// Dossiers, their papers and files, and the books, as both sides read them.
import { type MatrixRows, at, BOTH, COURIER, DESK, OFFICE, POST } from './row.ts';

export const PAPER_CALLS: MatrixRows = {
  'GET /api/dossiers/:id': { who: BOTH, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/dossiers/${dossierId}` }) },
  'GET /api/papers/:paperId.pdf': { who: BOTH, state: 'in-process', call: ({ paperId }) => ({ url: `/api/papers/${paperId}.pdf` }) },
  // a receipt is no text that a leader edits
  'GET /api/papers/:paperId.docx': { who: ['commune-officer', ...OFFICE], state: 'in-process', sees: [], call: ({ paperId }) => ({ url: `/api/papers/${paperId}.docx` }) },
  'GET /api/papers/:paperId/payload': { who: DESK, state: 'in-process', call: ({ paperId }) => ({ url: `/api/papers/${paperId}/payload` }) },
  'POST /api/papers/:paperId/reprint': { who: BOTH, state: 'in-process', call: ({ paperId }) => ({ url: `/api/papers/${paperId}/reprint`, body: {} }) },
  'POST /api/files': { who: [...BOTH, ...COURIER, ...POST], call: () => ({ url: '/api/files', body: {} }) }, // no file: 415 for whoever may bring one
  'GET /api/files/:sha256': { who: BOTH, state: 'in-process', call: ({ sha256 }) => ({ url: `/api/files/${sha256}` }) },

  'GET /api/books': { who: BOTH, call: at('/api/books') },
  'GET /api/books/:slug/:holderId/:year': { who: BOTH, sees: DESK, call: at('/api/books/theo-doi/ky-bac/2019') },
  'GET /api/books/:slug/:holderId/:year.csv': { who: BOTH, sees: DESK, call: at('/api/books/theo-doi/ky-bac/2019.csv') },
  'GET /api/books/:slug/:holderId/:year.pdf': { who: BOTH, sees: DESK, call: at('/api/books/theo-doi/ky-bac/2019.pdf') },
  'POST /api/books/:slug/:holderId/:year/open': {
    who: BOTH, sees: DESK, call: () => ({ url: '/api/books/theo-doi/ky-bac/2019/open', body: { decision: 'Quyết định thử', pin: '111111' } }),
  },
  'POST /api/books/:slug/:holderId/:year/next-volume': {
    who: BOTH, sees: DESK, call: () => ({ url: '/api/books/theo-doi/ky-bac/2019/next-volume', body: { decision: 'Quyết định thử', pin: '111111', expectedLastNumber: 0 } }),
  },
  'POST /api/books/:slug/:holderId/:year/close': {
    who: BOTH, sees: DESK, call: () => ({ url: '/api/books/theo-doi/ky-bac/2019/close', body: { expectedLastNumber: 0, pin: '111111' } }),
  },
};
