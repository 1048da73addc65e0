// The year's book: a cover, its lines under a repeated head, a last page that says how many there are.
import { dateOf } from '#core/kernel/moment.ts';
import { bookFrame } from '../kit/book.ts';
import { FORM_FACTS, starOf } from '../kit/form-facts.ts';
import type { PaperDocument } from '../kit/document.ts';
import { cell, phoneInGroups, shortDate, shortMoment } from '../kit/words.ts';
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

export const dossierRegister = (payload: DossierRegisterPayload): PaperDocument => {
  const fact = FORM_FACTS['dossier-register'][payload.version];
  return {
    template: `dossier-register/${payload.version}/book.typ`,
    size: 'a4',
    title: `${fact.title} năm ${payload.year}, quyển số ${payload.book}`,
    date: dateOf(payload.issuedAt),
    data: {
      ...bookFrame(payload, fact, payload.lines.map(({ order }) => order)),
      stars: Object.fromEntries(['procedure', 'agency', 'forwarded', 'outcome', 'means'].map((field) => [field, starOf(fact, field)])),
      deskName: payload.head.deskName,
      lines: payload.lines.map(lineOf),
    },
  };
};
