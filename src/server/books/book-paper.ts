// The whole book as form 06 of 2018 or 07 of 2025 prints it: the form of the day on which it was opened.
import type { Pool } from 'pg';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { unitTree } from '#core/organisation/units.ts';
import { type FormTable, formVersionOn } from '#core/paper-form/form-versions.ts';
import type { DossierRegisterPayload, RegisterLine } from '#documents/dossier-register/payload.ts';
import type { Letterhead } from '#documents/kit/parts.ts';
import { deskHead } from '#documents/slips/slip-parts.ts';
import { type BookView, type RegisterBookLine } from '#wire/books.wire.ts';
import { findDesk, findUnits } from '../desk/facts/desk-facts.sql.ts';

export const registerHead = async (pool: Pool, provinceId: number, deskId: string): Promise<Letterhead> => {
  const [desk, units] = await Promise.all([findDesk(pool, provinceId, deskId as DeskId), findUnits(pool, provinceId)]);
  if (!desk) throw new Error(`no desk ${deskId}`);
  return deskHead({ desk, units: unitTree(units) });
};

const lineOf = ({ kind: _kind, number, dossierId: _id, state: _state, ...line }: RegisterBookLine): RegisterLine =>
  ({ ...line, order: String(number).padStart(2, '0') });

const actOf = ({ at, name, title }: { readonly at: Moment; readonly name: string; readonly title: string }) => {
  const [, prefix = '', rest = ''] = /^(TM\.|KT\.|TL\.|TUQ\.)?\s*([\s\S]*)$/u.exec(title) ?? [];
  return { on: dateOf(at), by: { prefix, title: rest, name } };
};

/** Undefined while nobody has opened the book: its first page would bear no signature. */
export const registerPaper = (
  book: BookView, head: Letterhead, lines: readonly RegisterBookLine[], forms: FormTable, now: Moment,
): DossierRegisterPayload | undefined => book.opened && {
  kind: 'dossier-register', version: formVersionOn(forms, 'dossier-register', dateOf(book.opened.at)), issuedAt: now, head, year: book.year, book: book.name,
  opened: actOf(book.opened),
  lines: lines.map(lineOf),
  closed: book.closed && { ...actOf(book.closed), note: book.unusedCount > 0 ? `${book.unusedCount} số đã ghi nhận bỏ trống` : undefined },
};
