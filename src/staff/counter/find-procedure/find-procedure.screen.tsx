// Type without tones, most used first; at the right what to tell the citizen. Enter receives.
import './find-procedure.css';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import type { CatalogueEntry } from '#wire/desk-catalogue.wire.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { KeyHints } from '../../design/key-hints.tsx';
import { limitWords, NO_LIMIT_TEXT } from '../../words/person-words.ts';
import { ProcedureDetail } from './procedure-detail.tsx';
import { LeftDrafts } from './left-drafts.tsx';
import { knownLimit, useCatalogue, useProcedureSearch } from '../catalogue/use-catalogue.ts';

const costWords = ({ procedure }: CatalogueEntry): string => {
  if (procedure.fees.length === 0) return 'không thu';
  const known = procedure.fees.filter((f) => f.amount !== undefined);
  const least = Math.min(...known.map((f) => f.amount ?? 0));
  if (known.length === 0) return 'chưa rõ mức thu';
  if (procedure.fees.every((f) => f.amount === 0)) return 'không thu';
  return procedure.fees.length === 1 ? formatMoney(least) : `từ ${formatMoney(least)}`;
};

const Row = ({
  entry,
  chosen,
  id,
  onChoose,
  onOpen,
}: {
  readonly entry: CatalogueEntry;
  readonly chosen: boolean;
  readonly id: string;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}) => {
  const limit = knownLimit(entry);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={chosen}
      className="found"
      tabIndex={-1}
      onMouseDown={(e) => {
        e.preventDefault();
        onChoose();
      }}
      onDoubleClick={onOpen}
    >
      <span className="found-name">{entry.procedure.name}</span>
      <span className="found-facts">
        {entry.procedure.code} · {entry.agencyName} ·{' '}
        {limit ? limitWords(limit) : <span className="field-warning">{NO_LIMIT_TEXT}</span>} · {costWords(entry)}
      </span>
    </div>
  );
};

export const FindProcedureScreen = () => {
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useProcedureSearch(query, 40);
  const entry = found[Math.min(at, found.length - 1)];
  const receive = (chosen: CatalogueEntry | undefined) => {
    if (!chosen || !knownLimit(chosen)) return;
    if (
      chosen.procedure.resolvedAtDesk &&
      chosen.procedure.field === 'Chứng thực' &&
      chosen.procedure.fees.some((f) => f.unit === 'trang')
    )
      return void navigate({ to: '/chung-thuc' });
    return void navigate({ to: '/tiep-nhan/$procedureCode', params: { procedureCode: chosen.procedure.code } });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      receive(entry);
    }
  };
  return (
    <Screen
      title="Tiếp nhận mới"
      acts={
        <KeyHints
          hints={[
            ['↑ ↓', 'chọn'],
            ['Enter', 'tiếp nhận'],
            ['F6', 'chứng thực nhanh'],
          ]}
        />
      }
    >
      <LeftDrafts />
      <Loaded from={catalogue}>
        {(data) => (
          <div className="finder">
            <div className="finder-list">
              <input
                className="input input-large"
                role="combobox"
                aria-expanded="true"
                aria-controls="found"
                aria-activedescendant={entry ? `found-${entry.procedure.code}` : undefined}
                aria-label="Tìm thủ tục, gõ không cần dấu"
                placeholder="Gõ không dấu: khai sinh, ket hon, dat dai…"
                autoFocus
                autoComplete="off"
                spellCheck={false}
                value={query}
                onChange={(e) => {
                  setQuery(e.target.value);
                  setAt(0);
                }}
                onKeyDown={onKey}
              />
              <p className="faint" role="status">
                {query.trim() === ''
                  ? `${data.entries.length} thủ tục được tiếp nhận tại quầy hôm nay, dùng nhiều nhất trước`
                  : `${found.length} thủ tục khớp`}
              </p>
              <div className="found-list" id="found" role="listbox" aria-label="Thủ tục tìm thấy">
                {found.map((e, i) => (
                  <Row
                    key={e.procedure.code}
                    entry={e}
                    id={`found-${e.procedure.code}`}
                    chosen={e === entry}
                    onChoose={() => setAt(i)}
                    onOpen={() => receive(e)}
                  />
                ))}
              </div>
              {found.length === 0 && (
                <EmptyState icon="find" title="Không thấy thủ tục nào khớp">
                  Thử từ khác, ví dụ “giay khai sinh”, “xac nhan doc than”. Thủ tục ngoài danh mục chuyển giao thì quầy này không
                  tiếp nhận.
                </EmptyState>
              )}
            </div>
            {entry && (
              <Panel
                title="Cần cho người dân biết"
                acts={
                  <Button look="main" disabled={!knownLimit(entry)} onClick={() => receive(entry)}>
                    Tiếp nhận
                  </Button>
                }
              >
                <ProcedureDetail entry={entry} key={entry.procedure.code} />
              </Panel>
            )}
          </div>
        )}
      </Loaded>
    </Screen>
  );
};
