// Pages that the scanner has just written, to be taken for a line of the checklist.
import { useState } from 'react';
import type { ChecklistItem } from '#core/procedure/procedure.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { SelectField } from '../../design/field.tsx';
import { FilePreview, Thumb } from '../../design/file-preview.tsx';
import { useBlobUrl } from '../../api/use-object-url.ts';
import type { PaperDraft } from './draft.ts';
import type { ScannerPage } from './scanner-folder.ts';
import { useScannerFolder } from './use-scanner-folder.ts';

const OnePage = ({ page, onTake }: { readonly page: ScannerPage; readonly onTake: () => void }) => {
  const [open, setOpen] = useState(false);
  const url = useBlobUrl(page.file);
  if (!url) return null;
  return (
    <li className="scanner-page">
      <Thumb src={url} mediaType={page.file.type} title={page.name} onOpen={() => setOpen(true)} />
      <span className="scanner-name">{page.name}</span>
      <Button onClick={onTake} aria-label={`Lấy ${page.name}`}>
        Lấy
      </Button>
      {open && (
        <Dialog
          wide
          title={page.name}
          onClose={() => setOpen(false)}
          foot={
            <>
              <Button onClick={() => setOpen(false)}>Đóng</Button>
              <Button look="main" onClick={onTake} autoFocus>
                Lấy trang này
              </Button>
            </>
          }
        >
          <FilePreview src={url} mediaType={page.file.type} title={page.name} />
        </Dialog>
      )}
    </li>
  );
};

export type ScannerTrayProps = {
  readonly world: string;
  /** When this client's work began. */
  readonly since: number;
  readonly checklist: readonly ChecklistItem[];
  readonly papers: Readonly<Record<string, PaperDraft>>;
  readonly onTake: (item: ChecklistItem, files: readonly File[]) => void;
};

export const ScannerTray = ({ world, since, checklist, papers, onTake }: ScannerTrayProps) => {
  const folder = useScannerFolder(world, since);
  const [chosen, setChosen] = useState<string>();
  // the next line without a scan is the one whose paper lies in the scanner
  const line =
    checklist.find((item) => item.itemId === chosen) ??
    checklist.find((item) => (papers[item.itemId]?.scans.length ?? 0) === 0) ??
    checklist[0];
  if (!line) return null;
  if (folder.state === 'unsupported')
    return (
      <p className="faint" data-enter="skip">
        Trình duyệt này không đọc được thư mục máy quét. Mở bằng Chrome hoặc Edge trên máy tính, qua địa chỉ https; hoặc bấm nút
        chọn tệp ở từng dòng.
      </p>
    );
  const take = (pages: readonly ScannerPage[]) => {
    onTake(
      line,
      pages.map((page) => page.file),
    );
    folder.taken(pages);
    setChosen(undefined);
  };
  return (
    <section className="scanner" aria-label="Thư mục máy quét" data-enter="skip">
      <div className="row-between">
        <span aria-live="polite" className={folder.pages.length > 0 ? undefined : 'soft'}>
          {folder.state === 'none' && 'Máy quét lưu tệp vào thư mục: chọn thư mục đó một lần, trang mới tự hiện ở đây.'}
          {folder.state === 'ask' && `Thư mục máy quét “${folder.name}” cần được cho phép đọc lại.`}
          {folder.state === 'lost' && `Không đọc được thư mục “${folder.name}”. Kiểm tra máy quét, ổ đĩa rồi mở lại.`}
          {folder.state === 'open' &&
            (folder.pages.length > 0
              ? `Thư mục máy quét “${folder.name}”: ${folder.pages.length} tệp mới`
              : `Thư mục máy quét “${folder.name}”: chờ tệp mới`)}
        </span>
        <span className="row">
          {(folder.state === 'ask' || folder.state === 'lost') && <Button onClick={folder.reopen}>Mở lại thư mục</Button>}
          <Button look="plain" onClick={folder.choose}>
            {folder.state === 'none' ? 'Chọn thư mục máy quét' : 'Chọn thư mục khác'}
          </Button>
        </span>
      </div>
      {folder.pages.length > 0 && (
        <>
          <div className="scanner-line">
            <SelectField
              label="Lấy cho giấy tờ"
              name="scanner.line"
              value={line.itemId}
              onValue={setChosen}
              options={checklist.map((item, i) => ({ value: item.itemId, label: `${i + 1}. ${item.name}` }))}
            />
            {folder.pages.length > 1 && <Button onClick={() => take(folder.pages)}>Lấy cả {folder.pages.length} tệp</Button>}
          </div>
          <ul className="scanner-pages">
            {folder.pages.map((page) => (
              <OnePage key={page.key} page={page} onTake={() => take([page])} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
