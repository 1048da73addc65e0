// Online means that the last words with the server were answered, not that a cable is in.
import { onlineManager } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isLineUp, subscribeLine } from './line.ts';

export const useOnline = (): boolean => {
  const reached = useSyncExternalStore(subscribeLine, isLineUp);
  const [cable, setCable] = useState(onlineManager.isOnline());
  useEffect(() => onlineManager.subscribe(setCable), []);
  return cable && reached;
};
