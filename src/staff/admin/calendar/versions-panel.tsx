// How the calendar came about: each version with who, when, why, by which decision, and what became of its batch.
import type { BatchState } from '#core/deadline/settle-batch.ts';
import type { CalendarVersion } from '#wire/calendar.wire.ts';
import { Panel } from '../../design/frames.tsx';
import { MadeBy } from '../made-by/made-by.tsx';
import { ChangeList, changeCount } from './change-list.tsx';

const BATCH_CHIPS: Readonly<Record<BatchState, readonly [look: string, text: string]>> = {
  open: ['chip chip-amber', 'Đợt tính lại chờ quyết định'], running: ['chip chip-amber', 'Đang áp dụng cho hồ sơ đang giải quyết'],
  applied: ['chip chip-green', 'Đã áp dụng cho hồ sơ đang giải quyết'],
  left: ['chip', 'Để nguyên hồ sơ đang giải quyết'], overtaken: ['chip', 'Gộp vào phiên bản sau'],
};

export const BatchChip = ({ state }: { readonly state: BatchState }) => <span className={BATCH_CHIPS[state][0]}>{BATCH_CHIPS[state][1]}</span>;

export const VersionsPanel = ({ versions, nameOf }: { readonly versions: readonly CalendarVersion[]; readonly nameOf: (siteId: string) => string }) => (
  <Panel title="Các phiên bản lịch" count={versions.length}>
    <ol className="versions">
      {versions.map((version) => (
        <li key={version.version} className="stack-tight">
          <h3>Phiên bản {version.version} {version.batch && <BatchChip state={version.batch} />}</h3>
          <MadeBy made={version} shipped="Lịch kèm theo chương trình." />
          {version.changes && (
            <details>
              <summary>Thay đổi: {changeCount(version.changes)}</summary>
              <ChangeList changes={version.changes} nameOf={nameOf} />
            </details>
          )}
        </li>
      ))}
    </ol>
  </Panel>
);
