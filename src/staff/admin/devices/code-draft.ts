// What is asked before a code is given, and what is missing in it.
export type CodeDraft = { readonly deskId: string; readonly name: string };

export const codeErrors = ({ deskId, name }: CodeDraft): Readonly<Record<string, string>> => ({
  ...(deskId === '' && { deskId: 'Chọn quầy của máy.' }),
  ...(name.trim() === '' && { name: 'Ghi tên máy.' }),
});
