// Pieces of template data that several papers share.
import { dateOf } from '#core/kernel/moment.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { PaperValue, Reprint } from './document.ts';
import { code128Bars, qrWithModules } from './marks.ts';
import type { FeeLinePrinted, HandsPrinted, Letterhead, PaperLine, PartyLine, PersonLine, ReturnPlace, SidePrinted, SignerPrinted, Tracking } from './parts.ts';
import { cell, countsInWords, dateInWords, hourInWords, money, phoneInGroups, upper, weekdayInWords } from './words.ts';

export const headLines = (head: Letterhead, issuedAt: Moment) => ({
  superiorAgency: head.superiorAgency === undefined ? null : upper(head.superiorAgency),
  agency: upper(head.agency),
  placeAndDate: `${head.place}, ${dateInWords(dateOf(issuedAt))}`,
});

export const trackingLines = (tracking: Tracking) => ({
  code: tracking.code,
  provisional: tracking.provisional === true,
  url: tracking.url,
  ...qrWithModules(tracking.url),
  ...code128Bars(tracking.code),
});

export const personLines = (party: PersonLine) => ({
  name: party.organisationName === undefined ? party.name : `${party.organisationName} (người đại diện: ${party.name})`,
  address: party.address,
  phone: phoneInGroups(party.phone ?? ''),
});

export const partyLines = (party: PartyLine) => ({
  ...personLines(party),
  email: party.email ?? '',
  identity: party.identity ?? null,
});

export const sideLines = (of: SidePrinted) => ({ unit: of.unitName, address: of.address ?? null, person: of.personName ?? null, title: of.personTitle ?? null });

/** A moment twice: the day for the eye, the hour beside it. */
export const dueLines = (at: Moment) => ({
  hour: hourInWords(at),
  weekday: weekdayInWords(at),
  date: dateInWords(dateOf(at)),
});

export const paperRows = (papers: readonly (PaperLine & { readonly reason?: string })[]) =>
  papers.map((line) => ({
    name: line.name,
    original: cell(line.original),
    certifiedCopy: cell(line.certifiedCopy),
    plainCopy: cell(line.plainCopy),
    counts: countsInWords(line),
    note: [line.shownOnly === true ? 'Xuất trình, trả lại ngay.' : '', line.note ?? '', line.reason ?? '']
      .filter((part) => part !== '')
      .join(' '),
  }));

/** 'Phí …' or 'Lệ phí …': the name says which of the two it is, or is made to. */
export const feeName = (line: Pick<FeeLinePrinted, 'kind' | 'name'>): string => {
  const kind = line.kind === 'fee' ? 'Phí' : 'Lệ phí';
  return line.name.toLocaleLowerCase('vi').startsWith(kind.toLocaleLowerCase('vi')) ? line.name : `${kind} ${line.name}`;
};

const feeText = (line: FeeLinePrinted): string => {
  if (line.exemption !== undefined && line.amount === 0) return `${feeName(line)}: miễn (${line.exemption})`;
  const exemption = line.exemption === undefined ? '' : ` (đã giảm: ${line.exemption})`;
  return `${feeName(line)}: ${money(line.amount)}${exemption}, ${line.collected ? 'đã thu' : 'chưa thu'}`;
};

/** Phí and lệ phí are two legal kinds: first all of one, then all of the other, each by its name. */
export const feeLines = (fees: readonly FeeLinePrinted[]): readonly string[] =>
  [...fees.filter((line) => line.kind === 'fee'), ...fees.filter((line) => line.kind === 'charge')].map(feeText);

export const returnPlaceLines = (place: ReturnPlace) => ({
  kind: place.kind,
  name: place.name,
  address: place.address,
  phone: place.phone === undefined ? null : phoneInGroups(place.phone),
});

export const handLines = (hands: HandsPrinted) => ({
  receiver: hands.receiverName,
  receiverTitle: hands.receiverTitle ?? null,
  assistant: hands.assistantName ?? null,
  assistantTitle: hands.assistantTitle ?? null,
});

const reprintLine = (reprint: Reprint | undefined): PaperValue =>
  reprint === undefined ? null : `Bản in lại lần ${reprint.count}, ${reprint.at}`;

/** At the foot, in one line. */
export const footLine = (replaces: string | undefined, reprint: Reprint | undefined): PaperValue =>
  [replaces, reprintLine(reprint)].filter(Boolean).join(' · ') || null;

/** Reasons may hold several paragraphs: one string each. */
export const paragraphLines = (text: string): readonly string[] =>
  text.split(/\n+/u).map((line) => line.trim()).filter((line) => line !== '');

export const optionalTracking = (tracking: Tracking | undefined) =>
  tracking === undefined ? null : trackingLines(tracking);

/** 'KT. CHỦ TỊCH' over 'PHÓ CHỦ TỊCH'. */
export const signerLines = (signer: SignerPrinted) => ({
  capacity: `${signer.prefix} ${upper(signer.title)}`.trim().split('\n').map((line) => line.trim()),
  name: signer.name,
});

export const contactLine = (contact: { readonly name: string; readonly phone: string }) =>
  ({ name: contact.name, phone: phoneInGroups(contact.phone) });

/** Nơi nhận: who is written to, who else gets a copy, and the file. @law NĐ 30/2020/NĐ-CP Phụ lục I */
export const recipientLines = (more: readonly string[] = []): readonly string[] => ['Như trên', ...more, 'Lưu: VT, hồ sơ'];

/** 'xã Kỳ Bắc, tại …' as the form of 2018 names a desk after its own label; in a sentence it takes the unit's name. */
export const deskInSentence = (deskName: string): string =>
  /^\p{Ll}/u.test(deskName) ? `Bộ phận Tiếp nhận và Trả kết quả ${deskName}` : deskName;
