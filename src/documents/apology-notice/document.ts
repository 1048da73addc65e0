// Form 04 as template data: the old day, whose delay, why, the new day.
import { dateOf } from '#core/kernel/moment.ts';
import { FORM_FACTS, formFoot, starOf } from '../kit/form-facts.ts';
import type { PaperDocument } from '../kit/document.ts';
import { contactLine, headLines, paragraphLines, partyLines, recipientLines, signerLines, trackingLines } from '../kit/lines.ts';
import { dateInWords, momentInWords, upper } from '../kit/words.ts';
import type { ApologyNoticePayload } from './payload.ts';

/** What the paper says; the file for a leader to edit says the same. */
export const apologyWords = (payload: ApologyNoticePayload) => {
  const fact = FORM_FACTS['apology-notice'][payload.version];
  const symbol = payload.symbol ?? fact.symbol;
  return {
    head: headLines(payload.head, payload.issuedAt),
    heading: upper(fact.title),
    form: formFoot(fact),
    number: symbol === undefined ? payload.number : `${payload.number}/${symbol}${payload.symbol === undefined ? starOf(fact, 'symbol') : ''}`,
    tracking: trackingLines(payload.tracking),
    footCode: payload.tracking.code,
    agency: payload.head.agency,
    owner: partyLines(payload.owner ?? payload.applicant),
    applicantName: payload.owner === undefined ? null : payload.applicant.name,
    procedureName: payload.procedureName,
    receivedOn: dateInWords(dateOf(payload.receivedAt)),
    dueAt: momentInWords(payload.dueAt),
    newDueAt: momentInWords(payload.newDueAt),
    lateUnit: payload.lateUnit ?? null,
    reason: paragraphLines(payload.reason),
    extension: payload.extension === undefined ? null : { limit: payload.extension.limit ?? null, legalGround: payload.extension.legalGround ?? null },
    contact: payload.contact === undefined ? null : contactLine(payload.contact),
    signer: signerLines(payload.signer),
    recipients: recipientLines(payload.recipients),
  };
};

export const apologyNotice = (payload: ApologyNoticePayload): PaperDocument => {
  const fact = FORM_FACTS['apology-notice'][payload.version];
  return {
    template: `apology-notice/${payload.version}/${payload.version === 'v2018' ? 'slip' : 'document'}.typ`,
    size: payload.version === 'v2018' ? 'a5' : 'a4',
    roomy: true,
    title: `${fact.title} ${payload.tracking.code}`,
    date: dateOf(payload.issuedAt),
    data: apologyWords(payload),
  };
};
