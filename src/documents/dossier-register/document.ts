// The year's book: a cover, its lines under a repeated head, a last page that says how many there are.
import { dateOf } from '#core/kernel/moment.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { FORM_FACTS, formFoot, starOf } from '../kit/form-facts.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines, signerLines } from '../kit/lines.ts';
import type { SignerPrinted } from '../kit/parts.ts';
import { cell, dateInWords, phoneInGroups, shortDate, shortMoment, upper } from '../kit/words.ts';
import type { DossierRegisterPayload, RegisterLine } from './payload.ts';

const MEANS = { 'at-desk': 'Trực tiếp', 'home-delivery': 'Bưu chính', online: 'Trực tuyến' } as const;

const lineOf = (line: RegisterLine) => ({
  order: line.order,
  code: line.code,
  procedure: line.procedureName,
  sets: cell(line.setCount),
  owner: line.ownerName,
  address: [line.address, phoneInGroups(line.phone ?? '')].filter((part) => part !== '').join('; '),
  agency: line.agencyName,
  received: shortMoment(line.receivedAt),
  due: line.dueAt === undefined ? '' : shortMoment(line.dueAt),
  forwarded: line.forwardedAt === undefined ? '' : shortDate(dateOf(line.forwardedAt)),
  outcome: line.outcomeReceivedAt === undefined ? '' : shortDate(dateOf(line.outcomeReceivedAt)),
  returned: line.returnedAt === undefined ? '' : shortDate(dateOf(line.returnedAt)),
  means: line.returnBy === undefined ? '' : MEANS[line.returnBy],
  signed: line.signedBy ?? '',
  note: line.note ?? '',
});

const act = ({ on, by }: { readonly on: PlainDate; readonly by: SignerPrinted }) => ({ on: dateInWords(on), by: signerLines(by) });

export const dossierRegister = (payload: DossierRegisterPayload): PaperDocument => {
  const fact = FORM_FACTS['dossier-register'][payload.version];
  return {
    template: `dossier-register/${payload.version}/book.typ`,
    size: 'a4',
    title: `${fact.title} năm ${payload.year}, quyển số ${payload.book}`,
    date: dateOf(payload.issuedAt),
    data: {
      head: headLines(payload.head, payload.issuedAt),
      heading: upper(fact.title),
      form: formFoot(fact),
      stars: Object.fromEntries(['procedure', 'agency', 'forwarded', 'outcome', 'means'].map((field) => [field, starOf(fact, field)])),
      footCode: `Quyển số ${payload.book}`,
      deskName: payload.head.deskName,
      place: payload.head.place,
      year: String(payload.year),
      book: payload.book,
      printedOn: shortMoment(payload.issuedAt),
      opened: act(payload.opened),
      lines: payload.lines.map(lineOf),
      count: String(payload.lines.length),
      first: payload.lines[0]?.order ?? null,
      last: payload.lines.at(-1)?.order ?? null,
      closed: payload.closed === undefined ? null : { ...act(payload.closed), note: payload.closed.note ?? null },
      keeper: payload.keeperName ?? null,
    },
  };
};
