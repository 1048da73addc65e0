import { Link } from '@tanstack/react-router';
import { useId, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { EFormField } from '#core/procedure/procedure.ts';
import { newId } from '../../api/new-id.ts';
import { Button } from '../../design/button.tsx';
import { parseTypedDate } from '../../design/typed-date.ts';
import { type BatchRow, isNamed, newRow, rowsFromText } from './batch-rows.ts';

const CELLS = [
  ['fullName', 'Họ và tên chủ hồ sơ', 'batch-wide'],
  ['number', 'Số giấy tờ', ''],
  ['birthDate', 'Ngày sinh', ''],
  ['line', 'Thôn, xóm', ''],
  ['authorisation', 'Giấy ủy quyền số', ''],
] as const;

const State = ({ row }: { readonly row: BatchRow }) => {
  switch (row.state.kind) {
    case 'open':
      return null;
    case 'sending':
      return <span className="chip">đang gửi…</span>;
    case 'done':
      return (
        <Link className="code" to="/ho-so/$dossierId" params={{ dossierId: row.state.dossierId }}>
          {row.state.code}
        </Link>
      );
    case 'failed':
      return <span className="field-error">{row.state.text}</span>;
  }
};

/** A box like its neighbours; what can only be one of a few words is offered. */
const OwnCell = ({
  field,
  label,
  disabled,
  value,
  onValue,
}: {
  readonly field: EFormField;
  readonly label: string;
  readonly disabled: boolean;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) => {
  const words = field.type === 'boolean' ? ['Có', 'Không'] : field.enum?.map((one, i) => field.enumTitles?.[i] ?? one);
  const list = useId();
  return (
    <>
      <input
        className="input"
        aria-label={label}
        disabled={disabled}
        autoComplete="off"
        spellCheck={false}
        list={words && list}
        inputMode={field.type === 'integer' ? 'numeric' : undefined}
        maxLength={field.maxLength}
        value={value}
        onChange={(e) => onValue(e.target.value)}
      />
      {words && (
        <datalist id={list}>
          {words.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
};

export type BatchGridProps = {
  readonly rows: readonly BatchRow[];
  readonly setRows: (edit: (rows: readonly BatchRow[]) => readonly BatchRow[]) => void;
  readonly locked: boolean;
  /** Fields of the declaration that each row writes for itself. */
  readonly own: readonly (readonly [name: string, field: EFormField])[];
};

export const BatchGrid = ({ rows, setRows, locked, own }: BatchGridProps) => {
  const set = (id: string, change: Partial<BatchRow>) =>
    setRows((all) => all.map((r) => (r.dossierId === id ? { ...r, ...change, state: { kind: 'open' } } : r)));
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/\t|\n/.test(text.trim())) return;
    event.preventDefault();
    setRows((all) => [...all.filter(isNamed), ...rowsFromText(text, newId, own.map(([name]) => name))]);
  };
  const enter = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:not(:disabled)')];
    const next = boxes[boxes.indexOf(event.target) + 1];
    if (next) return next.focus();
    const box = event.currentTarget;
    setRows((all) => [...all, newRow(newId)]);
    requestAnimationFrame(() => box.querySelector<HTMLInputElement>('tbody tr:last-child input')?.focus());
  };
  return (
    <>
      <div role="presentation" onPaste={paste} onKeyDown={enter}>
        <table className="table batch-grid">
          <caption className="hidden-label">Danh sách chủ hồ sơ</caption>
          <thead>
            <tr>
              <th scope="col">STT</th>
              {CELLS.map(([field, head, width]) => (
                <th key={field} scope="col" className={width}>
                  {head}
                </th>
              ))}
              {own.map(([name, field]) => (
                <th key={name} scope="col">
                  {field.title}
                </th>
              ))}
              <th scope="col">Mã hồ sơ</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.dossierId}>
                <td>{i + 1}</td>
                {CELLS.map(([field, head]) => (
                  <td key={field}>
                    <input
                      className="input"
                      aria-label={`${head}, dòng ${i + 1}`}
                      disabled={locked || row.state.kind === 'done'}
                      autoComplete="off"
                      spellCheck={false}
                      value={row[field]}
                      onChange={(e) => set(row.dossierId, { [field]: e.target.value })}
                      onBlur={
                        field === 'birthDate'
                          ? (e) => {
                              const typed = parseTypedDate(e.target.value);
                              if (typed.kind === 'date' && typed.iso !== row.birthDate)
                                set(row.dossierId, { birthDate: typed.shown });
                            }
                          : undefined
                      }
                    />
                  </td>
                ))}
                {own.map(([name, field]) => (
                  <td key={name}>
                    <OwnCell
                      field={field}
                      label={`${field.title}, dòng ${i + 1}`}
                      disabled={locked || row.state.kind === 'done'}
                      value={row.own[name] ?? ''}
                      onValue={(value) => set(row.dossierId, { own: { ...row.own, [name]: value } })}
                    />
                  </td>
                ))}
                <td aria-live="polite">
                  <State row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row batch-more">
        <Button disabled={locked} onClick={() => setRows((all) => [...all, newRow(newId)])}>
          Thêm dòng
        </Button>
        <span className="faint">Dán được cả bảng từ Excel: {['họ tên', 'số giấy tờ', 'ngày sinh', 'thôn', 'số giấy ủy quyền', ...own.map(([, field]) => field.title.toLocaleLowerCase('vi'))].join(', ')}.</span>
      </div>
    </>
  );
};
