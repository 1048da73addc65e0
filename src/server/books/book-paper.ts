// The whole book as its form prints it: the form of the day on which it was opened.
import type { Pool, PoolClient } from 'pg';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { CertificationBook } from '#core/numbering/series.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { unitTree } from '#core/organisation/units.ts';
import { certificationBookVersionOn } from '#core/paper-form/certification-books.ts';
import { type FormTable, formVersionOn } from '#core/paper-form/form-versions.ts';
import type { CertificationBookPayload } from '#documents/certification-book/payload.ts';
import type { DossierRegisterPayload } from '#documents/dossier-register/payload.ts';
import type { Letterhead } from '#documents/kit/parts.ts';
import { deskHead, unitHead } from '#documents/slips/slip-parts.ts';
import type { BookLine, BookView } from '#wire/books.wire.ts';
import { findDesk, findUnits } from '../desk/facts/desk-facts.sql.ts';

/** Of a desk's register the desk under its agency, of an agency's book the agency. */
export const bookHead = async (db: Pool | PoolClient, provinceId: number, { kind, holderId }: Pick<BookView, 'kind' | 'holderId'>): Promise<Letterhead> => {
  const units = unitTree(await findUnits(db, provinceId));
  if (kind === 'dossier-register') {
    const desk = await findDesk(db, provinceId, holderId as DeskId);
    if (!desk) throw new Error(`no desk ${holderId}`);
    return deskHead({ desk, units });
  }
  const unit = [...units.values()].find(({ unitId }) => unitId === holderId);
  if (!unit) throw new Error(`no unit ${holderId}`);
  return unitHead({ units, desk: unit }, unit);
};

const OF: Readonly<Record<CertificationBook, CertificationBookPayload['of']>> = { 'SCT/BS': 'copies', 'SCT/CK,ĐC': 'signatures', 'SCT/HĐ,GD': 'contracts' };
const orderText = (number: number): string => String(number).padStart(2, '0');

const actOf = ({ at, name, title }: { readonly at: Moment; readonly name: string; readonly title: string }) => {
  const [, prefix = '', rest = ''] = /^(TM\.|KT\.|TL\.|TUQ\.)?\s*([\s\S]*)$/u.exec(title) ?? [];
  return { on: dateOf(at), by: { prefix, title: rest, name } };
};

export type BookPayload = DossierRegisterPayload | CertificationBookPayload;

/**
 * Undefined while nobody has opened the book: its first page would bear no signature. Where the counter did not say
 * who signed a certification, that column is written in by hand.
 */
export const bookPaper = (
  book: BookView, head: Letterhead, lines: readonly BookLine[], forms: FormTable, now: Moment, yearCount?: number,
): BookPayload | undefined => {
  if (!book.opened) return undefined;
  const openedOn = dateOf(book.opened.at);
  const frame = { issuedAt: book.closed?.at ?? now, head, year: book.year, book: book.name, opened: actOf(book.opened) };
  const closed = book.closed && { ...actOf(book.closed), note: book.unusedCount > 0 ? `${book.unusedCount} số đã ghi nhận bỏ trống` : undefined };
  if (book.kind === 'dossier-register') {
    return {
      kind: 'dossier-register', version: formVersionOn(forms, 'dossier-register', openedOn), ...frame, closed,
      lines: lines.flatMap((line) => {
        if (line.kind !== 'register') return [];
        const { kind: _kind, number, dossierId: _id, state: _state, ...more } = line;
        return [{ ...more, order: orderText(number) }];
      }),
    };
  }
  const certified = lines.filter((line) => line.kind === 'certification');
  return {
    kind: 'certification-book', version: certificationBookVersionOn(openedOn), of: OF[book.kind], ...frame, decision: book.decision,
    closed: closed && { ...closed, yearCount },
    lines: certified.map(({ number, certifiedAt, requesterName, paperName, pages, copies, fee, signedBy, receiverName, code }) => ({
      number: orderText(number), certifiedAt, requesterName, paperName, count: copies, fee, signedBy, note: `${pages} trang; mã hồ sơ ${code}; người tiếp nhận: ${receiverName}`,
    })),
  };
};
