// Where a dossier stands, as a page: of its own after the code and the digits, and behind whatever is not possible now.
import { html } from './html.ts';
import type { Page } from './layout.ts';
import { notTakenNote } from './sent-answer.ts';
import { trackAnswerPage, type TrackedDossier } from './track-answer.ts';

/** `why`: what was just pressed, and is not possible. */
export const answerPageOf = (dossier: TrackedDossier, digits: string, why?: string): Page => ({
  title: 'Hồ sơ của quý vị', here: '/tra-cuu',
  body: html`${why ? notTakenNote(why) : ''}${trackAnswerPage(dossier, digits)}`,
});
