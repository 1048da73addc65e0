// Online means that the last words with the server were answered, not that a cable is in.
import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isNoAnswer } from '../api/problem.ts';

export const useOnline = (): boolean => {
  const client = useQueryClient();
  const [reached, setReached] = useState(true);
  const [cable, setCable] = useState(onlineManager.isOnline());
  useEffect(() => onlineManager.subscribe(setCable), []);
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') return;
        if (event.action.type === 'success') setReached(true);
        if (event.action.type === 'error' && isNoAnswer(event.action.error)) setReached(false);
      }),
    [client],
  );
  return cable && reached;
};
