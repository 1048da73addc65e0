// The notice that nothing more is done on a dossier: which one, why, what happens with its papers and money.
import { dateOf } from '#core/kernel/moment.ts';
import { FORM_FACTS, formFoot } from '../kit/form-facts.ts';
import type { PaperDocument } from '../kit/document.ts';
import { contactLine, deskInSentence, headLines, paperRows, paragraphLines, partyLines, recipientLines, signerLines, trackingLines } from '../kit/lines.ts';
import { momentInWords, upper } from '../kit/words.ts';
import type { StopNoticePayload } from './payload.ts';

const ABSTRACT = 'Dừng giải quyết hồ sơ';

/** What the paper says; the file for a leader to edit says the same. */
export const stopWords = (payload: StopNoticePayload) => {
  const fact = FORM_FACTS['stop-notice'][payload.version];
  return {
    head: headLines(payload.head, payload.issuedAt),
    heading: upper(fact.title),
    abstract: ABSTRACT,
    form: formFoot(fact),
    number: `${payload.number}/${payload.symbol ?? fact.symbol ?? ''}`,
    tracking: trackingLines(payload.tracking),
    footCode: payload.tracking.code,
    agency: payload.head.agency,
    deskName: deskInSentence(payload.head.deskName),
    owner: partyLines(payload.owner ?? payload.applicant),
    applicantName: payload.owner === undefined ? null : payload.applicant.name,
    procedureName: payload.procedureName,
    receivedAt: momentInWords(payload.receivedAt),
    dueAt: payload.dueAt === undefined ? null : momentInWords(payload.dueAt),
    stoppedAt: momentInWords(payload.stoppedAt),
    reason: paragraphLines(payload.reason),
    legalGround: payload.legalGround ?? null,
    papersBack: paperRows(payload.papersBack ?? []),
    feeNote: payload.feeNote ?? null,
    advice: payload.advice ?? [],
    contact: payload.contact === undefined ? null : contactLine(payload.contact),
    signer: signerLines(payload.signer),
    recipients: recipientLines(payload.recipients),
  };
};

export const stopNotice = (payload: StopNoticePayload): PaperDocument => {
  const fact = FORM_FACTS['stop-notice'][payload.version];
  return {
    template: `stop-notice/${payload.version}/notice.typ`,
    size: 'a4',
    roomy: true,
    title: `${fact.title} ${ABSTRACT.toLocaleLowerCase('vi')} ${payload.tracking.code}`,
    date: dateOf(payload.issuedAt),
    data: stopWords(payload),
  };
};
