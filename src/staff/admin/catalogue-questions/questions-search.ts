// What stands in the address: the words searched for and the question being answered, so that Back and reload keep the place.
export type QuestionsSearch = { readonly q?: string; readonly cau?: string };

export const readQuestionsSearch = (search: Record<string, unknown>): QuestionsSearch => ({
  ...(typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'] } : {}),
  ...(typeof search['cau'] === 'string' ? { cau: search['cau'] } : {}),
});
