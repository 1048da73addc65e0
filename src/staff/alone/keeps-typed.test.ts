import { expect, test } from 'vitest';
import { keepsTyped } from './keeps-typed.ts';

test('a reception, a refusal and a list are kept while they are typed; looking for a procedure or a dossier is not', () => {
  for (const path of ['/tiep-nhan/1.001193', '/tu-choi/1.001193', '/danh-sach']) expect([path, keepsTyped(path)]).toEqual([path, true]);
  for (const path of ['/', '/hom-nay', '/tiep-nhan', '/ho-so/0189', '/mat-mang']) expect([path, keepsTyped(path)]).toEqual([path, false]);
});
