import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { useScanner } from '../../scanner/use-scanner.ts';
import { findStop } from './find-stop.ts';
import type { StopHere } from '../here/overlay.ts';

/** A scanner opens what it read wherever the cursor stands; without one the number is typed from the label. */
export const FindField = ({ stops }: { readonly stops: readonly StopHere[] }) => {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const open = (text: string): void => {
    const found = findStop(stops, text);
    if ('wrong' in found) return setWrong(found.wrong);
    return void navigate({ to: '/buu-ta/don/$shipmentId', params: { shipmentId: found.shipmentId } });
  };
  useScanner(open);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    open(typed);
  };
  return (
    <form className="stack-tight" onSubmit={submit} role="search" noValidate>
      <Field
        label="Quét nhãn, hoặc gõ số hiệu bưu gửi" name="itemNumber" data-takes-code="" autoCapitalize="characters" value={typed} error={wrong}
        onValue={(text) => {
          setTyped(text);
          setWrong(undefined);
        }}
      />
      <Button type="submit">Mở bưu gửi</Button>
    </form>
  );
};
