// Enrolling: the store is made with the clerk's phrase, the code is used up, and from then on this machine is a counter.
import { dateOf } from '#core/kernel/moment.ts';
import type { Me } from '#wire/session.wire.ts';
import { apiError } from '../api/problem.ts';
import { businessNow } from '../api/session.ts';
import { setClock } from '../offline/counter-clock.ts';
import { enrol } from '../offline/counter/enrolment.ts';
import { HERE } from '../offline/meta-keys.ts';
import { setDayPin } from '../offline/vault.ts';
import { keepCounterHere } from './counter-here.ts';
import type { Enrolment } from './counter.ts';
import { becomeCounter, openStore } from './open-counter.ts';
import { LEFT_BEHIND, passphraseError } from './secret-rules.ts';

export const enrolCounter = async (me: Me, { code, description, passphrase, pin, machineKey }: Enrolment): Promise<'machine-key' | 'passphrase'> => {
  const here = await openStore(me.world.name);
  const { core } = here;
  const device = await enrol(core, { code, description }, { accountId: me.account.accountId, fullName: me.account.fullName }, passphrase);
  if (device === 'too-short') throw new Error(passphraseError(''));
  if (device === 'exists') throw new Error(LEFT_BEHIND);
  if (!device.ok) throw apiError(device.refusal);
  const vault = core.vault();
  if (!vault) throw new Error(LEFT_BEHIND);
  // the first sync already writes business time
  await setClock(core.db, businessNow(), Date.now());
  await setDayPin(core.db, vault, pin, dateOf(businessNow()));
  await here.opened(vault);
  const counter = { world: me.world.name, deviceId: device.value.deviceId, name: device.value.name, deskName: me.desk?.name ?? '', enrolledAt: businessNow() };
  keepCounterHere(counter);
  await core.db.meta.put({ key: HERE, value: counter });
  becomeCounter(here);
  // enrolled in any case: without the machine's key the phrase opens
  return machineKey && (await here.counter.addMachineKey(me)) ? 'machine-key' : 'passphrase';
};
