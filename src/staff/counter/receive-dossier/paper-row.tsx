import { useId, useRef, useState, type DragEvent } from 'react';
import type { ChecklistItem } from '#core/procedure/procedure.ts';
import { Key } from '../../design/button.tsx';
import { Icon } from '../../design/icon.tsx';
import { CameraDialog } from './camera-dialog.tsx';
import type { PaperDraft } from './draft.ts';
import { isGiven } from './draft-command.ts';
import { ScanStrip } from './scan-strip.tsx';
import type { Scans } from './use-scans.ts';

export type PaperRowProps = {
  /** Its key; none where digits do not tick. */
  readonly no?: number;
  readonly item: ChecklistItem;
  readonly paper: PaperDraft;
  readonly world: string;
  readonly scans: Scans;
  readonly onToggle: () => void;
  readonly onCount: (change: Partial<PaperDraft>) => void;
};

const COUNTS = [
  ['original', 'Bản chính', 'original'],
  ['certifiedCopy', 'Bản sao có chứng thực', 'certifiedCopy'],
  ['plainCopy', 'Bản chụp', 'plainCopy'],
] as const;

const need = (item: ChecklistItem): string => {
  if (item.shownOnly) return 'xuất trình, trả lại ngay';
  const parts = [
    item.original > 0 && `${item.original} bản chính`,
    item.certifiedCopy > 0 && `${item.certifiedCopy} bản sao có chứng thực`,
    item.plainCopy > 0 && `${item.plainCopy} bản chụp`,
  ].filter(Boolean);
  return parts.join(', ') || 'số lượng chưa ghi trong danh mục';
};

export const PaperRow = ({ no, item, paper, world, scans, onToggle, onCount }: PaperRowProps) => {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  const [over, setOver] = useState(false);
  const given = isGiven(paper);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    scans.add(item, event.dataTransfer.files);
  };
  return (
    <li>
      <div
        role="presentation"
        className={`paper-row${given ? ' paper-given' : ''}${over ? ' paper-over' : ''}`}
        onDragOver={(e) => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="check paper-name" htmlFor={id}>
          <input id={id} type="checkbox" checked={given} onChange={onToggle} data-paper={no} />
          <span>
            {no !== undefined && no < 10 && <Key name={String(no)} />} {item.name}
            {!item.required && <span className="faint"> (nếu có)</span>}
            <span className="paper-need">
              {need(item)}
              {item.note && ` · ${item.note}`}
            </span>
          </span>
        </label>
        <div className="paper-counts" data-enter="skip">
          {item.shownOnly ? (
            <span className="paper-shown">{given ? 'đã đối chiếu' : 'chưa xuất trình'}</span>
          ) : (
            COUNTS.map(([field, label]) => (
              <label key={field}>
                <span className="paper-count-label">{label}</span>
                <input
                  className="input"
                  inputMode="numeric"
                  aria-label={`${label}: ${item.name}`}
                  value={paper[field] === 0 ? '' : String(paper[field])}
                  placeholder="0"
                  onChange={(e) => onCount({ [field]: Math.min(999, Number(e.target.value.replace(/\D/g, '') || 0)) })}
                />
              </label>
            ))
          )}
        </div>
        <div className="paper-scans" data-enter="skip">
          <input
            ref={file}
            type="file"
            hidden
            multiple
            accept="application/pdf,image/*"
            onChange={(e) => {
              scans.add(item, e.target.files ?? []);
              e.target.value = '';
            }}
          />
          <button
            type="button"
            className="icon-button"
            onClick={() => file.current?.click()}
            aria-label={`Quét giấy tờ, chọn tệp: ${item.name}`}
            title="Chọn tệp quét (hoặc kéo thả vào dòng này)"
          >
            <Icon name="paper" />
          </button>
          <button
            type="button"
            className="icon-button"
            onClick={() => setCamera(true)}
            aria-label={`Chụp bằng máy ảnh: ${item.name}`}
            title="Chụp bằng máy ảnh"
          >
            <Icon name="camera" />
          </button>
        </div>
        <p className="paper-shrinking" role="status">
          {scans.shrinking
            .filter((one) => one.itemId === item.itemId && one.page !== undefined)
            .map((one) => `Đang thu nhỏ trang ${one.page}/${one.of} (${one.name})…`)
            .join(' ')}
        </p>
        {scans.refused.filter((one) => one.itemId === item.itemId).map((one) => (
          <p key={one.key} className="paper-refused" role="alert">
            <span className="field-error">{one.said}</span>
            <button type="button" className="icon-button" aria-label={`Bỏ thông báo về tệp ${one.name}`} onClick={() => scans.putAway(one)}>
              <Icon name="cross" size={16} />
            </button>
          </p>
        ))}
        {paper.scans.length > 0 && (
          <div className="paper-thumbs" data-enter="skip">
            <ScanStrip world={world} item={item} list={paper.scans} scans={scans} />
          </div>
        )}
        {camera && (
          <CameraDialog title={item.name} onPicture={(picture) => scans.add(item, [picture])} onClose={() => setCamera(false)} />
        )}
      </div>
    </li>
  );
};
