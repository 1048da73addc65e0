// What the desk tells in writing before any reception: the whole checklist, or the one complete list of what is missing.
import type { GuidanceGiven, MissingItem } from '#core/dossier/give-guidance.ts';
import { formatMoney } from '#core/kernel/format.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import { limitInWords } from '#core/procedure/limit-words.ts';
import type { Channel, ChecklistItem, ProcedureVersion } from '#core/procedure/procedure.ts';
import { formVersionOn } from '#core/paper-form/form-versions.ts';
import type { GuidanceSlipPayload } from '#documents/guidance-slip/payload.ts';
import type { PaperPayload } from '#documents/papers.ts';
import type { HandsPrinted, PaperLine, Replacing } from '#documents/kit/parts.ts';
import { countsInWords } from '#documents/kit/words.ts';
import { type SlipPlace, unitOf } from './desk-place.ts';
import { deskHead, unitHead } from './slip-parts.ts';

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  counter: 'Trực tiếp', online: 'Trực tuyến', post: 'Qua dịch vụ bưu chính công ích',
};

/** Who asks, and the clerk's own words. */
export type GuidanceAsked = {
  readonly personName?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly reason?: string;
};

export type GuidanceFacts = {
  readonly place: SlipPlace;
  readonly agencyName: string;
  readonly guide: HandsPrinted;
  readonly issuedAt: Moment;
  /** Only the number: '05'. */
  readonly number: string;
  readonly origin: string;
  readonly supersedes?: Replacing['supersedes'];
};

const checklistLine = (item: ChecklistItem): PaperLine => ({
  name: item.required ? item.name : `${item.name} (nếu có)`,
  original: item.original, certifiedCopy: item.certifiedCopy, plainCopy: item.plainCopy, shownOnly: item.shownOnly, note: item.note,
});

const feeText = (fee: ProcedureVersion['fees'][number]): string => {
  if (fee.amount === undefined) return 'Chưa có nguồn xác định mức thu';
  if (fee.amount === 0) return 'Miễn phí';
  return `${formatMoney(fee.amount)}${fee.unit === undefined ? '' : `/${fee.unit}`}`;
};

const guidanceSlip = (command: GuidanceAsked, given: GuidanceGiven, facts: GuidanceFacts): GuidanceSlipPayload => {
  const { procedure, procedureCase } = given;
  const { desk } = facts.place;
  return {
    kind: 'guidance-slip', version: 'v1', issuedAt: facts.issuedAt, head: deskHead(facts.place), personName: command.personName,
    procedureName: procedure.name, procedureCode: procedure.code, caseName: procedureCase?.name,
    papers: (procedureCase ?? procedure.cases[0])?.checklist.map(checklistLine) ?? [],
    fees: procedure.fees.map((fee) => ({ kind: fee.kind, name: fee.name, amount: feeText(fee), note: fee.note })),
    limits: procedure.limits.map(({ channel, limit, note }) => ({
      channel: CHANNEL_NAMES[channel], limit: note === undefined ? limitInWords(limit) : `${limitInWords(limit)} (${note})`,
    })),
    agencyName: facts.agencyName, outcomes: procedure.outcomes.map((outcome) => outcome.name),
    legalGrounds: procedure.legalGrounds.map(({ instrument, article }) => (article === undefined ? instrument : `${article} ${instrument}`)),
    remarks: [
      ...(procedure.mustBePresent ? ['Người yêu cầu phải có mặt, không được ủy quyền.'] : []),
      ...(procedure.signsRegister ? ['Người yêu cầu cùng ký vào sổ.'] : []),
      ...procedure.incomplete,
      ...(command.reason === undefined ? [] : [command.reason]),
    ],
    desk: { name: desk.name, address: desk.address, phone: desk.phone },
    pageUrl: `${facts.origin}/thu-tuc/${procedure.code}`, verify: `${facts.origin}/x/`, guide: facts.guide, supersedes: facts.supersedes,
  };
};

const DEFAULT_REASON = 'Hồ sơ chưa đủ thành phần theo quy định.';

const person = (command: GuidanceAsked) => ({
  name: command.personName ?? 'Người nộp hồ sơ', address: command.address ?? '', phone: command.phone,
});

/** Form 02; before reception there is no code yet. */
const form02 = (command: GuidanceAsked, given: GuidanceGiven, facts: GuidanceFacts): PaperPayload => ({
  kind: 'supplement-request', version: formVersionOn(facts.place.forms, 'supplement-request', dateOf(facts.issuedAt)), issuedAt: facts.issuedAt, head: deskHead(facts.place),
  number: facts.number, applicant: person(command), procedureName: given.procedure.name, items: given.missing,
  reason: command.reason ?? DEFAULT_REASON,
  contact: { name: facts.guide.receiverName, phone: facts.place.desk.phone },
  guideName: facts.guide.receiverName, guideTitle: facts.guide.receiverTitle, assistantName: facts.guide.assistantName, supersedes: facts.supersedes,
});

const itemText = (item: MissingItem): string => {
  const counts = countsInWords(item);
  const named = counts === '' ? item.name : `${item.name} (${counts})`;
  return item.reason === undefined ? named : `${named}: ${item.reason}`;
};

const ct05 = (command: GuidanceAsked, given: GuidanceGiven, facts: GuidanceFacts, agencyUnitId: UnitId): PaperPayload => {
  const head = unitHead(facts.place, unitOf(facts.place, agencyUnitId));
  const toRewrite = given.missing.filter((item) => item.original + item.certifiedCopy + item.plainCopy === 0);
  return {
    kind: 'residence-guidance', version: 'v2023', issuedAt: facts.issuedAt, superiorAgency: head.superiorAgency ?? '', agency: head.agency,
    place: head.place, number: facts.number,
    person: { name: command.personName ?? 'Người nộp hồ sơ', personalNumber: '', currentAddress: command.address, phone: command.phone },
    procedureName: given.procedure.name, hands: facts.guide,
    papersToAdd: given.missing.filter((item) => !toRewrite.includes(item)).map(itemText), formsToRewrite: toRewrite.map(itemText),
    reason: command.reason ?? DEFAULT_REASON, supersedes: facts.supersedes,
  };
};

export const guidancePaper = (command: GuidanceAsked, given: GuidanceGiven, facts: GuidanceFacts, agencyUnitId: UnitId): PaperPayload => {
  switch (given.paper) {
    case 'guidance-slip': return guidanceSlip(command, given, facts);
    case 'supplement-request': return form02(command, given, facts);
    case 'residence-guidance': return ct05(command, given, facts, agencyUnitId);
  }
};
