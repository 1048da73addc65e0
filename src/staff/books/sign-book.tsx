// The head opens a book by a decision, and closes it when its year is over; both with the PIN of her own account.
import { useState } from 'react';
import { type BookView, bookSignedAnswer } from '#wire/books.wire.ts';
import { useAct } from '../api/use-act.ts';
import { Banner } from '../design/frames.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field, TextAreaField } from '../design/field.tsx';
import { toast } from '../design/toast.tsx';
import { bookPath, bookTitle } from './book-words.ts';
import { BOOKS } from './use-books.ts';

type Props = { readonly book: BookView; readonly onClose: () => void };

const useSigning = (book: BookView, how: 'open' | 'close', said: string, onClose: () => void) =>
  useAct((body: object) => ({ path: `${bookPath(book)}/${how}`, body, answer: bookSignedAnswer }), { refresh: [BOOKS], onDone: () => { toast(said); onClose(); } });

const Pin = ({ value, onValue, error }: { readonly value: string; readonly onValue: (value: string) => void; readonly error: string | undefined }) => (
  <Field label="Mã PIN của ông/bà" name="pin" type="password" inputMode="numeric" autoComplete="one-time-code" maxLength={6} width="w4" value={value} onValue={onValue} error={error} />
);

export const OpenBookDialog = ({ book, onClose }: Props) => {
  const [decision, setDecision] = useState('');
  const [pin, setPin] = useState('');
  const sign = useSigning(book, 'open', `Đã mở ${bookTitle(book)}.`, onClose);
  return (
    <ConfirmDialog act="Ký mở sổ" title={`Mở ${bookTitle(book)}`} busy={sign.busy} onClose={onClose} onConfirm={() => void sign.run({ decision, pin })}>
      {sign.error && Object.keys(sign.errors).length === 0 && <Banner tone="red">{sign.error.message}</Banner>}
      <p>Quyển số {book.name}, {book.holderName}. Số thứ tự ghi liên tục từ 01 đến hết ngày 31/12/{book.year}.{book.lastNumber > 0 && ` Sổ đã ghi đến số ${book.lastNumber}.`}</p>
      <TextAreaField label="Mở theo quyết định, văn bản" name="decision" rows={2} placeholder={`Quyết định số …/QĐ-UBND ngày 02/01/${book.year}`} value={decision} onValue={setDecision} error={sign.errors['decision']} />
      <Pin value={pin} onValue={setPin} error={sign.errors['pin']} />
    </ConfirmDialog>
  );
};

export const CloseBookDialog = ({ book, onClose }: Props) => {
  const [pin, setPin] = useState('');
  const sign = useSigning(book, 'close', `Đã khóa ${bookTitle(book)}.`, onClose);
  return (
    <ConfirmDialog act="Ký khóa sổ" red title={`Khóa ${bookTitle(book)}`} busy={sign.busy} onClose={onClose} onConfirm={() => void sign.run({ expectedLastNumber: book.lastNumber, pin })}>
      {sign.error && Object.keys(sign.errors).length === 0 && <Banner tone="red">{sign.error.message}</Banner>}
      <p>Quyển số {book.name}, {book.holderName}: ghi từ số 01 đến số <strong>{book.lastNumber}</strong>{book.unusedCount > 0 && <>, trong đó <strong>{book.unusedCount}</strong> số đã ghi nhận bỏ trống</>}.</p>
      <p>Sau khi khóa, không ghi thêm vào sổ được nữa.</p>
      <Pin value={pin} onValue={setPin} error={sign.errors['pin']} />
    </ConfirmDialog>
  );
};
