// A message to the citizen as it waits in the outbox: to whom, in what words, about which date. Without a phone there is
// nobody to send to: the row stands, and a paper notice is what remains.
import { randomUUIDv7 } from 'node:crypto';
import type { Moment } from '#core/kernel/moment.ts';
import { withoutTones } from '#core/kernel/sms.ts';
import { readPhone } from '#core/people/phone.ts';
import type { Parties } from '#core/people/person.ts';
import { type CitizenNotice, citizenNoticeText } from '#wire/citizen-notices.ts';
import type { OutboxMessage } from '../acts/act.ts';

/** A mobile number takes short messages; under an old prefix it is written to with the new one. */
const mobileOf = (parties: Parties): string | undefined => {
  const phone = parties.applicant.phone ?? parties.owner?.phone;
  const read = phone === undefined ? undefined : readPhone(phone);
  if (read?.kind === 'mobile') return read.digits;
  return read?.kind === 'old-mobile' ? read.now : undefined;
};

export const citizenNoticePayload = (parties: Parties, code: string, at: Moment, notice: CitizenNotice): Readonly<Record<string, unknown>> => {
  const text = citizenNoticeText(notice, code);
  const recipient = mobileOf(parties);
  return { code, at, ...notice, text, ...(recipient === undefined ? { channel: 'paper' } : { channel: 'sms', recipient, sms: withoutTones(text) }) };
};

export const citizenMessage = (
  dossier: { readonly dossierId: string; readonly code: string; readonly parties: Parties }, at: Moment, notice: CitizenNotice,
): OutboxMessage => ({
  outboxId: randomUUIDv7(), topic: 'citizen-notice', dossierId: dossier.dossierId,
  payload: citizenNoticePayload(dossier.parties, dossier.code, at, notice),
});
