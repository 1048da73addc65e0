// The past of a world in the order of time: numbers are given and hashes chained as they would have been.
import type { Moment } from '#core/kernel/moment.ts';
import { never } from '#core/kernel/brand.ts';
import * as agency from './at-agency.ts';
import * as desk from './at-desk.ts';
import * as collection from './collection.ts';
import { openBags } from './bags.ts';
import type { Books } from './books.ts';
import { type DossierFile, closeFile } from './dossier-file.ts';
import { type Question, guided } from './guidance.ts';
import { openRegisters } from './open-registers.ts';
import type { Happening } from './plan.ts';
import { lost } from './stranded.ts';

const apply = (scene: desk.Scene, file: DossierFile | undefined, happening: Happening): DossierFile | undefined => {
  const { visit } = happening;
  if (visit.kind === 'certified') return happening.kind === 'certify' ? desk.certified(scene, visit) : file;
  if (happening.kind === 'file-online') return desk.filedOnline(visit, happening.at);
  if (happening.kind === 'receive') return desk.received(scene, visit, file);
  if (file === undefined) throw new Error(`${happening.kind} before it was received`);
  switch (happening.kind) {
    case 'certify': break;
    case 'refuse-reception': desk.receptionRefused(scene, file, visit, happening.at); break;
    case 'forward': desk.forwarded(scene, file, visit, happening); break;
    case 'lose-bag': lost(scene, file, visit, happening); break;
    case 'accept': agency.accepted(scene, file, visit, happening); break;
    case 'pass': agency.passed(scene, file, visit, happening); break;
    case 'ask-supplement': agency.supplementAsked(scene, file, visit, happening); break;
    case 'receive-supplement': desk.supplementReceived(scene, file, visit, happening); break;
    case 'ask-financial-duty': agency.dutyAsked(scene, file, visit, happening); break;
    case 'settle-financial-duty': agency.dutySettled(scene, file, visit, happening); break;
    case 'refuse': agency.refused(scene, file, visit, happening); break;
    case 'issue': agency.issued(scene, file, visit, happening); break;
    case 'send': agency.sent(scene, file, visit, happening); break;
    case 'accept-outcome': desk.outcomeAccepted(scene, file, visit, happening); break;
    case 'return': desk.returned(scene, file, visit, happening); break;
    case 'invite': collection.invited(scene, file, visit, happening); break;
    case 'send-back': collection.sentBack(scene, file, visit, happening); break;
    case 'accept-back': collection.acceptedBack(scene, file, visit, happening); break;
    case 'withdraw': desk.withdrawn(scene, file, visit, happening.at); break;
    case 'cancel': desk.cancelled(scene, file, visit, happening.at); break;
    case 'stop': agency.stopped(scene, file, visit, happening); break;
    default: never(happening);
  }
  return file;
};

/** Everything before the hour at which the world begins; what would come later is left for its people to do. */
export const writePast = (books: Books, courses: readonly (readonly Happening[])[], questions: readonly Question[], begins: Moment): number => {
  const scene: desk.Scene = { books, bags: openBags(books) };
  const files = new Map<string, DossierFile>();
  const everything = [...courses.flat(), ...questions].filter((one) => one.at < begins)
    .map((one, order) => ({ one, order }))
    .toSorted((a, b) => (a.one.at === b.one.at ? a.order - b.order : a.one.at < b.one.at ? -1 : 1));
  openRegisters(books, everything.flatMap(({ one }) => (one.kind === 'receive' || one.kind === 'certify' ? [one.visit] : [])));
  for (const { one } of everything) {
    if (one.kind === 'question') {
      guided(scene, one);
      continue;
    }
    const file = apply(scene, files.get(one.visit.dossierId), one);
    if (file !== undefined) files.set(one.visit.dossierId, file);
  }
  for (const file of files.values()) closeFile(books, file);
  scene.bags.close();
  books.close();
  return files.size;
};
