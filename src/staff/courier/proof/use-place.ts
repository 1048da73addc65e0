import { useEffect, useState } from 'react';
import { askPlace, type PlaceAsked } from './place.ts';

/** Asked once, when the screen opens. */
export const usePlace = (): PlaceAsked | undefined => {
  const [asked, setAsked] = useState<PlaceAsked>();
  useEffect(() => {
    let gone = false;
    void askPlace().then((said) => { if (!gone) setAsked(said); });
    return () => { gone = true; };
  }, []);
  return asked;
};
