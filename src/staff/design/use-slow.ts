import { useEffect, useState } from 'react';

/** True once something has taken longer than a blink. */
export const useSlow = (milliseconds = 300): boolean => {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return slow;
};
