// The explanation of a whole clock: where it began, how its days were counted, and each thing that moved it or
// made it stand still, in the order of time. Only the count after the last start is told day by day.
// @law NĐ 61/2018/NĐ-CP Đ.15, Đ.19; NĐ 118/2025/NĐ-CP Đ.17
import { type PlainDate, dateOf, minutesOf } from '../kernel/moment.ts';
import { limitInWords } from '../procedure/limit-words.ts';
import { type ClockFold, type Move, citizensOf, statutoryOf } from './clock-fold.ts';
import type { ClockFacts } from './clock-reading.ts';
import {
  LINKED_WORDS, RESTART_WORDS, askedLines, closedLine, extendedLine, reappointedLine, restartedLine, startLines, startWords, suppliedInPartLine, suppliedLateLine,
  waitedLine, waitingLine,
} from './clock-sentences.ts';
import { ruleOrFirst } from './clock-rules.ts';
import { dueFigures } from './due-figures.ts';
import type { ExplanationLine } from './due.ts';
import { closingLines, countingLines, restDaysBetween } from './explain-due.ts';
import type { Part } from './move-due.ts';
import { DAY_SECONDS, fromLocalSeconds } from './local-seconds.ts';
import { receivedLine, said } from './sentences.ts';

/** What lay between the two due days: rest days are left out of working time, and no calendar-day limit ends on one. */
const restOnTheWay = ({ place: { c } }: ClockFold, before: number, after: number, last: Part | undefined): readonly ExplanationLine[] => {
  const day = (seconds: number): number => Math.floor(seconds / DAY_SECONDS) - c.firstDay;
  switch (last?.limit.kind) {
    case 'working-days':
    case 'same-day':
    case 'working-hours': return restDaysBetween(c, day(before) + 1, day(after));
    case 'calendar-days': return restDaysBetween(c, last.nominalDay ?? day(after), day(after), 'ending');
    default: return [];
  }
};

const movedLines = (fold: ClockFold, before: number, after: number, last?: Part): readonly ExplanationLine[] => {
  if (after <= before) return [];
  const [from, to] = [fromLocalSeconds(before), fromLocalSeconds(after)];
  return [...restOnTheWay(fold, before, after, last), { rule: 'moved', from, to, text: `Thời gian trả kết quả chuyển từ ${said(from)} sang ${said(to)}.` }];
};

/** Each linked agency begins where the one before must be done. */
const linkedLines = (fold: ClockFold, facts: ClockFacts): readonly ExplanationLine[] => {
  const { c, site } = fold.place;
  let begins = fold.start.due;
  return (facts.linked ?? []).flatMap(({ agency, limit, source }) => {
    const figures = dueFigures(c, site, limit, begins, minutesOf(facts.cutoffTime) * 60, false);
    const [from, to] = [fromLocalSeconds(begins), fromLocalSeconds(figures.due)];
    begins = figures.due;
    const line: ExplanationLine = { rule: 'linked-limit', from, to, text: `Cơ quan phối hợp ${agency}: ${limitInWords(limit)}, từ ${said(from)} đến ${said(to)}.${source === undefined ? '' : ` Căn cứ: ${source}.`}`, law: ruleOrFirst('linked', dateOf(facts.receivedAt)).law };
    return [line, ...countingLines({ ...facts, limit, large: false }, figures, LINKED_WORDS)];
  });
};

const moveLines = (fold: ClockFold, move: Move, intake: PlainDate): readonly ExplanationLine[] => {
  switch (move.kind) {
    case 'asked': return askedLines(move, intake);
    case 'supplied-in-part': return [suppliedInPartLine(move)];
    case 'supplied-late': return [suppliedLateLine(move)];
    case 'restarted': return [restartedLine(move, intake)];
    case 'waited': return [waitedLine(move, intake), ...movedLines(fold, move.before, move.after, move.last)];
    case 'extended': return [extendedLine(move)];
    case 'reappointed': return [reappointedLine(move, intake)];
  }
};

export const explainClock = (fold: ClockFold, facts: ClockFacts): readonly ExplanationLine[] => {
  const intake = dateOf(facts.receivedAt);
  const restarted = fold.moves.findLastIndex((move) => move.kind === 'restarted');
  const told = (moves: readonly Move[]): readonly ExplanationLine[] => moves.flatMap((move) => moveLines(fold, move, intake));
  const last = fold.moves[restarted];
  const kept = last?.kind === 'restarted' && last.keptDue !== undefined ? movedLines(fold, fold.start.due, last.keptDue) : [];
  return [
    receivedLine(facts.receivedAt, facts.limit, facts.start === undefined || facts.start.rule === 'desk'),
    ...startLines(facts.start, intake),
    ...told(fold.moves.slice(0, restarted + 1)),
    ...countingLines(facts, fold.start, restarted < 0 ? startWords(facts.start) : RESTART_WORDS), ...linkedLines(fold, facts), ...kept,
    ...told(fold.moves.slice(restarted + 1)),
    ...(fold.closed ? [] : fold.waits.map((wait) => waitingLine(wait, intake))),
    ...closingLines(fold.place.c, fold.start.receivedAt, citizensOf(fold)),
    ...(fold.closed ? [closedLine(fold.closed, fromLocalSeconds(statutoryOf(fold)), fromLocalSeconds(citizensOf(fold)), intake)] : []),
  ];
};
