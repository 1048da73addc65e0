// What is typed in a dialog is still there when it was shut by mistake; it goes with who signs out.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

export const useKept = <Value>(name: readonly (string | number)[], start: () => Value) => {
  const client = useQueryClient();
  const queryKey = ['kept', ...name];
  const [value, setValue] = useState<Value>(() => client.getQueryData<Value>(queryKey) ?? start());
  const keep = (next: Value): void => {
    client.setQueryDefaults(['kept'], { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData<Value>(queryKey, () => next);
    setValue(() => next);
  };
  const forget = (): void => client.removeQueries({ queryKey });
  return { value, keep, forget };
};
