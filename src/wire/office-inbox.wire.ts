// GET /api/office/inbox: one page of 50 of one tab, and how much stands in every tab.
import { z } from 'zod';
import { dossierId, dossierState } from './dossier-parts.wire.ts';
import { line, moment } from './fields.ts';
import { INBOX_TABS } from './list-names.ts';
import { roleText } from './office-parts.wire.ts';

export type InboxTab = (typeof INBOX_TABS)[number];

/** Counts stop here: '1000+' says enough, and no million rows are counted. */
export const INBOX_COUNT_CAP = 1000;
export const INBOX_PAGE = 50;

export const officeInboxQuery = z.object({
  tab: z.enum(INBOX_TABS).default('new'),
  after: z.string().max(120).optional(),
});

export const inboxRow = z.object({
  dossierId,
  code: z.string(),
  procedureCode: z.string(),
  procedureName: z.string(),
  ownerName: z.string(),
  applicantName: z.string(),
  state: dossierState,
  revision: z.number(),
  regime: z.enum(['one-stop', 'public-post']),
  deskId: z.string(),
  deskName: z.string(),
  receivedAt: moment,
  /** Absent while the clock has not started (public post, before the signed hand-over). */
  dueAt: moment.optional(),
  /** When this agency must be done, where others work after it. */
  ownDueAt: moment.optional(),
  stepName: z.string().optional(),
  stepRole: roleText.optional(),
  stepDueAt: moment.optional(),
  assigneeId: z.string().optional(),
  assigneeName: z.string().optional(),
  sectionName: z.string().optional(),
  /** Waiting: until when the citizen may answer. */
  answerBy: moment.optional(),
  /** Waiting: the citizen has sent papers online that nobody has looked at. */
  answerSentAt: moment.optional(),
  /** Waiting to be accepted: the record it came with. */
  handOverNumber: z.string().optional(),
  /** To be sent back: number and symbol of what was issued. */
  outcomeNumber: z.string().optional(),
});
export type InboxRow = z.output<typeof inboxRow>;

/** Each at most INBOX_COUNT_CAP + 1, which reads '1000+'. */
export const inboxCounts = z.record(z.enum(INBOX_TABS), z.number());
export type InboxCounts = z.output<typeof inboxCounts>;

export const officeInboxView = z.object({
  tab: z.enum(INBOX_TABS),
  rows: z.array(inboxRow),
  next: z.string().nullable(),
  counts: inboxCounts,
  now: moment,
});
export type OfficeInboxView = z.output<typeof officeInboxView>;

/** GET /api/office/find?q=: in any state, newest first; a page of 30 is enough to say "type more". */
export const officeFindQuery = z.object({ q: line(400).min(2) });
export const officeFoundView = z.object({ now: moment, rows: z.array(inboxRow) });
