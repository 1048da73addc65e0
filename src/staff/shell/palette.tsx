// Ctrl+K: screens, procedures of this desk and dossiers by code, name or number, in one box.
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { foldVietnamese } from '#core/kernel/fold.ts';
import { isAtDesk, useMe } from '../api/session.ts';
import { Dialog } from '../design/dialog.tsx';
import { Icon, type IconName } from '../design/icon.tsx';
import { useFoundDossiers } from '../counter/find-dossiers/found-dossiers.ts';
import { useProcedureSearch } from '../counter/catalogue/use-catalogue.ts';
import { screensOf } from './screens.ts';

type Hit = { readonly id: string; readonly icon: IconName; readonly title: string; readonly note: string; readonly to: string };

const useHits = (query: string): readonly Hit[] => {
  const me = useMe();
  const atDesk = isAtDesk(me);
  const folded = foldVietnamese(query);
  const procedures = useProcedureSearch(query, 5, atDesk && query.trim().length > 1);
  const found = useFoundDossiers(query, atDesk && query.trim().length > 3);
  const screens = screensOf(me).filter((s) => folded === '' || foldVietnamese(`${s.label} ${s.also ?? ''}`).includes(folded));
  return [
    ...screens.map((s): Hit => ({
      id: s.path,
      icon: s.icon,
      title: s.label,
      note: s.key ? `Màn hình · ${s.key}` : 'Màn hình',
      to: s.path,
    })),
    ...procedures.map((e): Hit => ({
      id: e.procedure.code,
      icon: 'receive',
      title: e.procedure.name,
      note: `Tiếp nhận · ${e.agencyName}`,
      to: `/tiep-nhan/${e.procedure.code}`,
    })),
    ...(found.data?.dossiers ?? []).slice(0, 6).map((d): Hit => ({
      id: d.dossierId,
      icon: 'paper',
      title: `${d.code} · ${d.ownerName ?? d.applicantName}`,
      note: `${d.procedureName} · ${d.status.label}`,
      to: `/ho-so/${d.dossierId}`,
    })),
  ];
};

export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const navigate = useNavigate();
  const list = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const hits = useHits(useDeferredValue(query));
  const chosen = Math.min(at, Math.max(0, hits.length - 1));
  const open = (hit: Hit | undefined) => {
    if (hit) {
      onClose();
      void navigate({ to: hit.to });
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((chosen + step + hits.length) % Math.max(1, hits.length));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      open(hits[chosen]);
    }
  };
  return (
    <Dialog title="Tìm nhanh" onClose={onClose}>
      <input
        className="input input-large"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={hits[chosen] ? `${list}-${chosen}` : undefined}
        aria-label="Tìm thủ tục, hồ sơ, màn hình"
        placeholder="khai sinh · 0001 · Nguyễn Văn An · trả kết quả"
        autoFocus
        autoComplete="off"
        value={query}
        onChange={(e) => {
          setQuery(e.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div className="palette-list" role="listbox" id={list} aria-label="Kết quả tìm">
        {hits.map((hit, i) => (
          <div
            key={hit.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === chosen}
            className="palette-item"
            onMouseMove={() => setAt(i)}
            tabIndex={-1}
            onMouseDown={(e) => {
              e.preventDefault();
              open(hit);
            }}
          >
            <Icon name={hit.icon} />
            <span>
              {hit.title}
              <small>{hit.note}</small>
            </span>
          </div>
        ))}
      </div>
      {hits.length === 0 && <p className="soft">Không thấy gì khớp. Thử gõ mã hồ sơ, họ tên hoặc tên thủ tục, không cần dấu.</p>}
    </Dialog>
  );
};
