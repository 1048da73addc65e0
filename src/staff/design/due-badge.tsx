// The due date is the hero of a dossier: big, the reason one key away, a quiet bar of how much is used.
import type { Due } from '#core/deadline/due.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { Button } from './button.tsx';
import { dueTone, dueWords, shortMoment, usedShare } from '../words/moment-words.ts';

export const DueBadge = ({ due, now }: { readonly due: Moment | undefined; readonly now: Moment }) => {
  if (!due) return <span className="faint">chưa có ngày hẹn</span>;
  return (
    <span className={`due due-${dueTone(due, now)}`}>
      <span>{shortMoment(due)}</span>
      <small>{dueWords(due, now)}</small>
    </span>
  );
};

/** Why this date: each interval and each rule that made it. */
export const DueWhy = ({ due, open }: { readonly due: Due; readonly open?: boolean }) => (
  <>
    {due.dependsOnUnconfirmed && (
      <p className="field-warning">Có ngày nghỉ chưa công bố chính thức trong khoảng này; ngày hẹn có thể thay đổi.</p>
    )}
    <details className="due-why" open={open}>
      <summary>Vì sao là ngày này?</summary>
      <ol>
        {due.explanation.map((line, i) => (
          <li key={i}>
            {line.text}
            {line.law && (
              <>
                {' '}
                <small>({line.law})</small>
              </>
            )}
          </li>
        ))}
      </ol>
      <Button look="plain" icon="print" onClick={() => window.print()}>In trang này kèm giải thích</Button>
    </details>
  </>
);

export type DueHeroProps = { readonly due: Due; readonly now: Moment; readonly closed?: boolean; readonly openWhy?: boolean; /** How the clock stands, in words. */ readonly standing?: string | undefined };
export const DueHero = ({ due, now, closed, openWhy, standing }: DueHeroProps) => {
  const share = usedShare(due.countsFrom, due.due, now);
  return (
    <section className={`due-hero due-${closed ? 'calm' : dueTone(due.due, now)}`} aria-label="Ngày hẹn trả kết quả">
      <span className="due-label">Hẹn trả</span>
      <span className="due-when">{formatMoment(due.due)}</span>
      {!closed && (
        <>
          <progress className="meter" max={100} value={share} aria-label={`Đã dùng ${share} % thời hạn`} />
          <span className="faint">
            {dueWords(due.due, now)} · đã dùng {share} % thời hạn, tính từ {shortMoment(due.countsFrom)}
          </span>
        </>
      )}
      {standing && <span className={closed ? 'soft' : 'step-paused'}>{standing}</span>}
      <DueWhy due={closed ? { ...due, dependsOnUnconfirmed: false } : due} open={openWhy} />
    </section>
  );
};
