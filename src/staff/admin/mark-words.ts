/** Whether the document was seen. */
export const MARK_WORDS: Readonly<Record<'verified' | 'assumed', string>> = { verified: 'Đã xác minh', assumed: 'Chưa xác minh' };
