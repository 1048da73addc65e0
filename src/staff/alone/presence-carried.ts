// Without a line officers come and go at this machine alone. The server still has who stood there when the line was cut;
// it hears of the change as soon as it answers, so that nobody's key confirms after she left.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { act } from '../api/request.ts';
import { ME, useMe } from '../api/session.ts';
import { useOnline } from '../api/use-online.ts';
import { findCounter, useStanding } from './counter.ts';

/** Outlives the tab: who was beside the clerk after the last change, until the server says the same; nobody is ''. */
const KEY = 'motcua.beside';

export const usePresenceCarried = (): void => {
  const me = useMe();
  const online = useOnline();
  const client = useQueryClient();
  const here = useStanding()?.present?.accountId;
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    localStorage.setItem(KEY, here ?? '');
  }, [here]);
  const isServersWord = online && me.csrfToken !== '';
  const there = me.presentOfficer?.accountId;
  useEffect(() => {
    const said = isServersWord ? localStorage.getItem(KEY) : null;
    if (said === null) return;
    const told = there === undefined || there === said ? Promise.resolve() : act({ path: '/api/desk/officer-presence', method: 'DELETE', answer: z.unknown(), by: 'server' });
    told.then(() => {
      localStorage.removeItem(KEY);
      return client.invalidateQueries({ queryKey: ME });
    }, () => undefined);
  }, [isServersWord, there, client]);
  // another person signs in, or nobody: who stood beside the one before is gone
  useEffect(() => () => findCounter()?.endPresence(), []);
};
