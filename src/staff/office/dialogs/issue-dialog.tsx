// Văn thư: enter, number, seal, issue. The number shown is the next one; the one that counts is given while saving.
// A draft that the leader signed digitally is sealed in the same step: it gets its number, then the agency signs it.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { z } from 'zod';
import { outcomeNumberView, outcomeSymbol, recordOutcomeAnswer } from '#wire/record-outcome.wire.ts';
import { ask } from '../../api/request.ts';
import { Check } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { ActError } from '../act-error.tsx';
import { type Along, SignAlong, useAlong } from '../signing/sign-along.tsx';
import { SignDialog } from '../signing/sign-dialog.tsx';
import { useSignatures } from '../signing/use-signatures.ts';
import { useOfficeAct } from '../use-office.ts';
import { FileField } from '../../stored-file/file-field.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';

const OTHER = '*';
/** Held from here on: the draft is no longer one when what is behind is read anew. */
type Issued = Pick<z.output<typeof recordOutcomeAnswer>, 'number' | 'outcomeNo'> & { readonly file: string; readonly service: NonNullable<Along['service']> };

/** What this clerk used last for the same procedure, on this machine. */
const keyOf = (procedureCode: string): string => `motcua.symbol.${procedureCode}`;

export const IssueDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const known = view.procedure.outcomes;
  const [chosen, setChosen] = useState(known[0]?.name ?? OTHER);
  const [other, setOther] = useState('');
  const [symbol, setSymbol] = useState(() => localStorage.getItem(keyOf(view.procedure.code)) ?? '');
  const { data: signing } = useSignatures(view.dossierId);
  const signed = signing?.papers.find((paper) => paper.kind === 'draft' && paper.signatures.length > 0)?.file;
  const [chosenFile, setFile] = useState<string | null>();
  const draft = signed ?? work.proposal?.draftFile;
  const file = chosenFile === undefined ? draft : (chosenFile ?? undefined);
  const along = useAlong(file !== undefined && file === signed ? signing?.keys['agency-seal'] : undefined);
  const [paperWished, setHasPaper] = useState<boolean>();
  const hasPaper = paperWished ?? !along.on;
  const [issued, setIssued] = useState<Issued>();
  const [sealed, setSealed] = useState(false);
  const [tried, setTried] = useState(false);
  const name = (chosen === OTHER ? other : chosen).trim();
  const symbolText = symbol.trim().toLocaleUpperCase('vi');
  const asked = useDeferredValue(symbolText);
  const valid = outcomeSymbol.safeParse(asked).success;
  const next = useQuery({
    queryKey: ['office', 'outcome-number', view.dossierId, asked], enabled: valid,
    queryFn: ({ signal }) => ask(`/api/office/outcome-number?${new URLSearchParams({ dossierId: view.dossierId, symbol: asked }).toString()}`, outcomeNumberView, signal),
  });
  const conclude = (number: string, next: string) => { onClose(); toast(`Đã phát hành ${name} số ${number}. Tiếp theo: ${next}.`); };
  const sendBack = `chuyển trả kết quả về ${view.deskName}`;
  const issue = useOfficeAct(view, 'record-outcome', recordOutcomeAnswer, (answer) => {
    localStorage.setItem(keyOf(view.procedure.code), symbolText);
    if (along.on && along.service && file) setIssued({ ...answer, file, service: along.service });
    else conclude(answer.number, sendBack);
  });
  const ready = name !== '' && outcomeSymbol.safeParse(symbolText).success && (sealed || along.on) && (hasPaper || file !== undefined);
  const confirm = () => {
    setTried(true);
    if (ready) void issue.run({ name, symbol: symbolText, hasPaper, sealed: sealed && !along.on, ...(along.on && { sealsDigitally: true }), ...(file && { file }) });
  };
  const { approval } = work;
  if (issued) {
    return (
      <SignDialog view={view} begin={along.pin} mine={{ as: 'agency-seal', service: issued.service }}
        paper={{ path: `/api/signing/outcomes/${view.dossierId}/${issued.outcomeNo}`, kind: 'outcome', title: name, number: issued.number, file: issued.file, signatures: [] }}
        onSigned={() => conclude(issued.number, sendBack)} onClose={() => conclude(issued.number, 'ký số cơ quan, hoặc đóng dấu bản giấy')} />
    );
  }
  return (
    <ConfirmDialog wide title={`Vào sổ – Cấp số – Phát hành ${view.code}`} act="Cấp số và phát hành" makes={`${name || 'Kết quả'}${next.data && valid ? ` số ${next.data.number} (số kế tiếp, cấp khi lưu)` : ''}`} busy={issue.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={issue.error} dossierId={view.dossierId} onClose={onClose} />
      {approval && <div className="issue-approval"><span className="faint">Đã ký duyệt {shortMoment(approval.at)}</span><strong>{`${approval.prefix} ${approval.title.replaceAll('\n', ' – ')}`.trim()}</strong><span>{approval.name}</span></div>}
      <div className="fields">
        <div className="w8">
          {known.length > 0 && <SelectField label="Kết quả" value={chosen} onValue={setChosen} options={[...known.map((one) => ({ value: one.name, label: one.name })), { value: OTHER, label: 'Kết quả khác…' }]} />}
          {chosen === OTHER && <Field label="Tên kết quả" name="name" value={other} onValue={setOther} maxLength={300} error={tried && name === '' ? 'Ghi tên văn bản kết quả.' : undefined} />}
        </div>
        <Field width="w4" label="Ký hiệu" name="symbol" value={symbol} onValue={setSymbol} maxLength={40} autoFocus placeholder="GXN-UBND" error={tried && !outcomeSymbol.safeParse(symbolText).success ? 'Ghi ký hiệu văn bản, ví dụ TLKS, GXN-UBND.' : issue.errors['symbol']} hint={next.data && valid ? <>Số kế tiếp: <strong>{next.data.number}</strong></> : 'Mỗi ký hiệu một dãy số trong năm.'} />
      </div>
      <FileField large label="Tệp kết quả" value={file} onValue={(next) => setFile(next ?? null)} hint={file && file === draft ? (signed ? 'Dự thảo đã có chữ ký số của người có thẩm quyền.' : 'Đang dùng dự thảo đã ký duyệt; tải bản đã đóng dấu lên để thay.') : 'PDF hoặc ảnh quét của bản đã ký, đóng dấu.'} error={tried && !hasPaper && !file ? 'Tải tệp lên, hoặc đánh dấu có bản giấy.' : undefined} />
      <div className="stack-tight">
        <Check checked={hasPaper} onChecked={setHasPaper}>Có bản giấy, gửi về Bộ phận Một cửa</Check>
        <SignAlong along={along} label="Ký số cơ quan ngay sau khi cấp số" />
        {!along.on && <Check checked={sealed} onChecked={setSealed}>Đã đóng dấu (hoặc ký số cơ quan)</Check>}
        {tried && !sealed && !along.on && <p className="field-error">Đóng dấu rồi mới phát hành.</p>}
      </div>
    </ConfirmDialog>
  );
};
