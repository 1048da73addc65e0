import { useEffect, useSyncExternalStore } from 'react';
import { useMe } from '../api/session.ts';
import { openPhone, type Phone, phoneNow, type PhoneState, subscribePhone } from './phone/phone.ts';

/** Undefined until its store is open. */
export const usePhone = (): Phone | undefined => {
  const me = useMe();
  useEffect(() => { void openPhone(me); }, [me]);
  const phone = useSyncExternalStore(subscribePhone, phoneNow);
  return phone?.store.accountId === me.account.accountId ? phone : undefined;
};

export const usePhoneState = (phone: Phone): PhoneState => useSyncExternalStore(phone.subscribe, phone.state);
