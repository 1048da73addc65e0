// What the agency still held when a dossier was withdrawn or stopped: it sends it to the desk by record, the desk counts
// it (accept-papers) and gives it into the right hands. Each once.
// @law NĐ 61/2018/NĐ-CP Đ.20.2; QĐ 45/2016/QĐ-TTg Đ.9
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Moment } from '../kernel/moment.ts';
import type { Desk } from '../organisation/organisation.ts';
import type { Parties } from '../people/person.ts';
import { type PaperCounted, papersHere } from './accept-papers.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { DeskHands } from './dossier.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice } from './office-work.ts';
import { type PaperKept, type PapersGivenBack, type PapersTaken, type PapersTakenRefused, checkTaken } from './way-back.ts';

export const PAPERS_PLACES = ['agency', 'on-the-way', 'at-desk', 'given-back'] as const;
export type PapersPlace = (typeof PAPERS_PLACES)[number];
export type NoPapersToGive = { readonly kind: 'papers-already-back'; readonly at?: Moment };

export type SendPapersRefused = OfficeRefused | NoPapersToGive | { readonly kind: 'papers-on-the-way' };

export const sendPapersBack = (
  command: { readonly expectedRevision: number },
  facts: { readonly dossier: OfficeDossier; readonly actor: OfficeActor; readonly place?: PapersPlace },
): Result<{ readonly place: 'on-the-way' }, SendPapersRefused> => {
  const may = mayActInOffice('send-papers-back', facts.dossier, facts.actor, command.expectedRevision);
  if (!may.ok) return may;
  if (facts.place === 'on-the-way' || facts.place === 'at-desk') return refuse({ kind: 'papers-on-the-way' });
  return facts.place === 'agency' ? ok({ place: 'on-the-way' }) : refuse({ kind: 'papers-already-back' });
};

export type GivePapersRefused = DeskActRefused | PapersTakenRefused | NoPapersToGive | { readonly kind: 'papers-at-agency' } | { readonly kind: 'papers-to-be-counted' };
/** `stays`: of what is here, what was not given; `back` names beside it what never came. */
export type PapersHandedOver = { readonly hands: DeskHands; readonly back: PapersGivenBack; readonly stays: PapersGivenBack['withheld'] };

export const givePapersBack = (
  command: { readonly revision: number; readonly papersBack: PapersTaken },
  facts: {
    readonly actor: DeskActor; readonly desk: Desk; readonly dossier: DeskDossier & { readonly parties: Parties };
    readonly kept: readonly PaperKept[]; readonly place?: PapersPlace; readonly counted?: readonly PaperCounted[];
  },
): Result<PapersHandedOver, GivePapersRefused> => {
  const hands = mayActAtDesk('give-back-papers', facts.dossier, command.revision, facts.actor, facts.desk);
  if (!hands.ok) return hands;
  if (facts.place === 'agency') return refuse({ kind: 'papers-at-agency' });
  if (facts.place === 'on-the-way') return refuse({ kind: 'papers-to-be-counted' });
  if (facts.place !== 'at-desk') return refuse({ kind: 'papers-already-back' });
  const { here, missing } = papersHere(facts.kept, facts.counted);
  const back = checkTaken(command.papersBack, here, facts.dossier.parties);
  return back.ok ? ok({ hands: hands.value, stays: back.value.withheld, back: { ...back.value, withheld: [...back.value.withheld, ...missing] } }) : back;
};
