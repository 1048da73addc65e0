// Something lies in the bag that no record names: by its code where it bears one, by its name always.
import { useState } from 'react';
import { focusFirstError } from '../api/use-act.ts';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import type { OverFound } from './count-bag.ts';

export const OverDialog = ({ onDone, onClose }: { readonly onDone: (found: OverFound) => void; readonly onClose: () => void }) => {
  const [scanned, setScanned] = useState('');
  const [name, setName] = useState('');
  const [count, setCount] = useState('1');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const wrong: Readonly<Record<string, string>> = {
    ...(name.trim() === '' && { name: 'Ghi giấy tờ gì.' }), ...(!/^[1-9]\d{0,2}$/u.test(count.trim()) && { count: 'Nhập số bản.' }), ...(note.trim() === '' && { note: 'Ghi rõ thấy thế nào.' }),
  };
  const errors = tried ? wrong : {};
  return (
    <ConfirmDialog
      title="Giấy tờ thừa so với biên bản" act="Ghi nhận thừa" onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (Object.keys(wrong).length > 0) return void requestAnimationFrame(() => focusFirstError(wrong));
        onDone({ name: name.trim(), count: Number(count), note: note.trim(), ...(scanned.trim() !== '' && { scanned: scanned.trim() }) });
      }}
    >
      <p>Để riêng giấy tờ này. Bên giao được báo để đối chiếu và nhận lại; hai bên xử lý trong 05 ngày làm việc.</p>
      <Field label="Mã hồ sơ hoặc số phiếu gửi" optional name="scanned" data-takes-code="" autoCapitalize="characters" maxLength={300} value={scanned} onValue={setScanned} />
      <div className="fields">
        <Field width="w9" label="Giấy tờ gì" name="name" maxLength={200} value={name} onValue={setName} error={errors['name']} />
        <Field width="w2" label="Số bản" name="count" inputMode="numeric" value={count} onValue={setCount} error={errors['count']} />
      </div>
      <Field label="Ghi rõ" name="note" maxLength={300} value={note} onValue={setNote} error={errors['note']} />
    </ConfirmDialog>
  );
};
