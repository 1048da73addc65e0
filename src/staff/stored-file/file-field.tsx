// One file to the store: chosen, sent with its progress, and shown as it was stored.
import { useId, useState } from 'react';
import { storedFileAnswer } from '#wire/file.wire.ts';
import { sendFile } from '../api/request.ts';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { ScanView } from '../dossier/scan-view.tsx';

type Sending = { readonly name: string; readonly percent: number } | { readonly name: string; readonly error: string } | { readonly name: string; readonly done: true } | undefined;

export const FileField = ({ label, value, onValue, hint, error, large, shows = true }: { readonly label: string; readonly value: string | undefined; readonly onValue: (sha256: string | undefined) => void; readonly hint?: string; readonly error?: string | undefined; readonly large?: boolean; readonly shows?: boolean }) => {
  const id = useId();
  const [sending, setSending] = useState<Sending>();
  const take = (file: File | undefined) => {
    if (!file) return;
    onValue(undefined);
    setSending({ name: file.name, percent: 0 });
    sendFile(file, file.name, storedFileAnswer, (percent) => setSending({ name: file.name, percent })).then(
      (stored) => { setSending({ name: file.name, done: true }); onValue(stored.sha256); },
      (fault: unknown) => setSending({ name: file.name, error: fault instanceof Error ? fault.message : 'Chưa tải lên được.' }),
    );
  };
  return (
    <div className="field">
      <span className="field-label" id={`${id}-l`}>{label}</span>
      <div className="file-field" onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); take(event.dataTransfer.files[0]); }}>
        <input id={id} type="file" accept="application/pdf,image/jpeg,image/png" className="file-input" aria-labelledby={`${id}-l`} aria-describedby={hint ? `${id}-h` : undefined} onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }} />
        <label htmlFor={id} className="button">{value ? 'Chọn tệp khác' : 'Chọn tệp'}</label>
        {!sending && !value && <span className="faint">hoặc kéo thả vào đây</span>}
        {sending && 'percent' in sending && <progress max={100} value={sending.percent} aria-label={`Đang tải lên ${sending.name}`} />}
        {value && <span className="file-done"><Icon name="check" size={16} />{sending?.name ?? 'Dự thảo đã ký duyệt'}<Button look="plain" onClick={() => { onValue(undefined); setSending(undefined); }}>Bỏ tệp</Button></span>}
      </div>
      {sending && 'error' in sending && <p className="field-error">{sending.error}</p>}
      {error && <p className="field-error">{error}</p>}
      {hint && <p className="field-hint" id={`${id}-h`}>{hint}</p>}
      {value && shows && <div className={large ? 'file-shown file-shown-large' : 'file-shown'}><ScanView sha256={value} title={label} /></div>}
    </div>
  );
};
