import { useEffect, useState } from 'react';
import type { ChecklistItem } from '#core/procedure/procedure.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FilePreview, Thumb } from '../../design/file-preview.tsx';
import { findScan } from './draft-db.ts';
import type { ScanDraft } from './draft.ts';
import type { Scans } from './use-scans.ts';

const useScanUrl = (world: string, scan: ScanDraft): string => {
  const [url, setUrl] = useState('');
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    void findScan(world, scan.sha256).then((blob) => {
      if (gone) return;
      made = blob ? URL.createObjectURL(blob) : undefined;
      setUrl(made ?? `/api/files/${scan.sha256}`);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [world, scan.sha256]);
  return url;
};

const stateOf = (scan: ScanDraft, progress: number | 'failed' | undefined): string | undefined => {
  if (scan.uploaded) return undefined;
  return progress === 'failed' ? 'chưa gửi' : `${progress ?? 0} %`;
};

const OneScan = ({
  world,
  item,
  scan,
  scans,
}: {
  readonly world: string;
  readonly item: ChecklistItem;
  readonly scan: ScanDraft;
  readonly scans: Scans;
}) => {
  const [open, setOpen] = useState(false);
  const url = useScanUrl(world, scan);
  if (!url) return null;
  return (
    <>
      <Thumb
        src={url}
        mediaType={scan.mediaType}
        title={scan.name}
        state={stateOf(scan, scans.progress[scan.sha256])}
        onOpen={() => setOpen(true)}
      />
      {open && (
        <Dialog
          wide
          title={`${item.name}: ${scan.name}`}
          onClose={() => setOpen(false)}
          foot={
            <>
              <Button
                look="red"
                onClick={() => {
                  scans.remove(item.itemId, scan.sha256);
                  setOpen(false);
                }}
              >
                Bỏ bản quét
              </Button>
              {scan.mediaType !== 'application/pdf' && (
                <Button
                  onClick={() => {
                    scans.turn(item, scan);
                    setOpen(false);
                  }}
                >
                  Xoay phải
                </Button>
              )}
              {!scan.uploaded && <Button onClick={scans.retry}>Gửi lại</Button>}
              <Button look="main" onClick={() => setOpen(false)} autoFocus>
                Đóng
              </Button>
            </>
          }
        >
          <FilePreview src={url} mediaType={scan.mediaType} title={scan.name} />
          <p className="faint">
            {Math.round(scan.bytes / 1024)} KB · {scan.uploaded ? 'đã lưu' : 'đang chờ gửi'}
          </p>
        </Dialog>
      )}
    </>
  );
};

export const ScanStrip = ({
  world,
  item,
  list,
  scans,
}: {
  readonly world: string;
  readonly item: ChecklistItem;
  readonly list: readonly ScanDraft[];
  readonly scans: Scans;
}) =>
  list.length === 0 ? null : (
    <div className="thumbs">
      {list.map((scan) => (
        <OneScan key={scan.sha256} world={world} item={item} scan={scan} scans={scans} />
      ))}
    </div>
  );
