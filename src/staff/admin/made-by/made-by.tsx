// How a version of something that is never edited came about: who, when, by which document and why.
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';

export type Made = { readonly madeAt: Moment | null; readonly madeByName: string | null; readonly decision: string | null; readonly reason: string | null };

export const MadeBy = ({ made, shipped }: { readonly made: Made; readonly shipped: string }) =>
  made.madeAt === null ? <p className="soft">{shipped}</p> : (
    <dl className="facts">
      <dt>Người sửa</dt><dd>{made.madeByName}, {formatMoment(made.madeAt)}</dd>
      <dt>Căn cứ</dt><dd>{made.decision}</dd>
      <dt>Lý do</dt><dd>{made.reason}</dd>
    </dl>
  );
