// Phiếu gửi hồ sơ: the post's contract; postage apart from what is collected for the agency.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines, paperRows, partyLines } from '../kit/lines.ts';
import { code128Bars, pageMark } from '../kit/marks.ts';
import { momentInWords, money, moneyInWords, phoneInGroups, upper } from '../kit/words.ts';
import type { PostingSlipPayload } from './payload.ts';

const TITLE = 'Phiếu gửi hồ sơ';

/** The paper is proved first, from there the dossier is followed; papers of before lead to the dossier at once. */
const scanned = ({ proofUrl, trackingUrl }: PostingSlipPayload): { readonly url: string; readonly qr: string } => {
  const url = proofUrl ?? trackingUrl;
  return url === undefined ? { url: '', qr: '' } : pageMark(url);
};

export const postingSlip = (payload: PostingSlipPayload): PaperDocument => ({
  template: 'posting-slip/v2016/slip.typ',
  size: 'a5',
  title: `${TITLE} ${payload.itemNumber}`,
  date: dateOf(payload.issuedAt),
  data: {
    head: headLines(
      { superiorAgency: payload.operatorName, agency: payload.postOfficeName, deskName: payload.postOfficeName, place: payload.place },
      payload.issuedAt,
    ),
    heading: upper(TITLE),
    direction: payload.direction,
    footCode: payload.itemNumber,
    tracking: {
      code: payload.itemNumber, provisional: false, ...scanned(payload),
      ...code128Bars(payload.itemNumber),
    },
    dossierCode: payload.dossierCode ?? null,
    postOffice: { address: payload.postOfficeAddress, phone: payload.postOfficePhone === undefined ? null : phoneInGroups(payload.postOfficePhone) },
    acceptedAt: momentInWords(payload.issuedAt),
    sender: partyLines(payload.sender),
    receiver: partyLines(payload.receiver),
    procedureName: payload.procedureName,
    papers: paperRows(payload.papers),
    serviceMode: payload.serviceMode,
    transitTime: payload.transitTime,
    postage: money(payload.postage),
    postageInWords: moneyInWords(payload.postage),
    postagePayment: payload.postagePayment,
    collected: payload.collectedForAgency === 0 ? null : money(payload.collectedForAgency),
    sealNumber: payload.sealNumber ?? null,
    clerk: payload.clerkName,
    senderName: payload.sender.name,
  },
});
