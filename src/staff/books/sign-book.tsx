// The head opens a book by a decision, turns to its next volume by another, and closes it when its year is over; each
// with the PIN of her own account.
import { useState } from 'react';
import { type BookSignedAnswer, type BookView, bookSignedAnswer } from '#wire/books.wire.ts';
import { useAct } from '../api/use-act.ts';
import { Banner } from '../design/frames.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field, TextAreaField } from '../design/field.tsx';
import { toast } from '../design/toast.tsx';
import { bookPath, bookTitle } from './book-words.ts';
import { BOOKS } from './use-books.ts';

const two = (number: number): string => String(number).padStart(2, '0');

type Props = { readonly book: BookView; readonly onClose: () => void };

const useSigning = (book: BookView, how: 'open' | 'close' | 'next-volume', said: string, onDone: (answer: BookSignedAnswer) => void) =>
  useAct((body: object) => ({ path: `${bookPath(book)}/${how}`, body, answer: bookSignedAnswer }), { refresh: [BOOKS], onDone: (answer) => { toast(said); onDone(answer); } });

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

export const NextVolumeDialog = ({ book, onClose, onTurned }: Props & { readonly onTurned: (next: BookView) => void }) => {
  const [decision, setDecision] = useState('');
  const [pin, setPin] = useState('');
  const sign = useSigning(book, 'next-volume', `Đã khóa quyển số ${book.name} và mở quyển tiếp theo.`, ({ book: next }) => onTurned(next));
  return (
    <ConfirmDialog act="Ký khóa và mở quyển mới" title={`Mở quyển tiếp theo của ${bookTitle(book)}`} busy={sign.busy} onClose={onClose} onConfirm={() => void sign.run({ decision, pin, expectedLastNumber: book.lastNumber })}>
      {sign.error && Object.keys(sign.errors).length === 0 && <Banner tone="red">{sign.error.message}</Banner>}
      <p>Quyển số {book.name} ghi từ số {two(book.firstNumber)} đến số <strong>{two(book.lastNumber)}</strong> được khóa. Quyển tiếp theo ghi từ số <strong>{two(book.lastNumber + 1)}</strong>: số thứ tự liên tục cả năm.</p>
      <TextAreaField label="Mở theo quyết định, văn bản" name="decision" rows={2} placeholder="Quyết định số …/QĐ-UBND ngày …" value={decision} onValue={setDecision} error={sign.errors['decision']} />
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
      <p>Quyển số {book.name}, {book.holderName}: ghi từ số {two(book.firstNumber)} đến số <strong>{two(book.lastNumber)}</strong>{book.unusedCount > 0 && <>, trong đó <strong>{book.unusedCount}</strong> số đã ghi nhận bỏ trống</>}.</p>
      <p>Sau khi khóa, không ghi thêm vào sổ được nữa.</p>
      <Pin value={pin} onValue={setPin} error={sign.errors['pin']} />
    </ConfirmDialog>
  );
};
