import type { RefObject } from 'react';
import { formatInteger } from '#core/kernel/format.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { Button } from '../../design/button.tsx';
import { type CopyRow, paperKindsOn, rowFee } from './certify-lines.ts';


export type CopyTableProps = {
  readonly rows: readonly CopyRow[];
  readonly date: PlainDate;
  readonly onRow: (at: number, change: Partial<CopyRow>) => void;
  /** Absent: each line has its number already. */
  readonly onDrop?: ((at: number) => void) | undefined;
  readonly box: RefObject<HTMLTableElement | null>;
};

export const CopyTable = ({ rows, date, onRow, onDrop, box }: CopyTableProps) => (
  <>
    <table className="table stackable" ref={box}>
      <caption className="hidden-label">Loại giấy tờ, số trang, số bản</caption>
      <thead>
        <tr>
          <th scope="col">Loại giấy tờ</th>
          <th scope="col" className="number">
            Số trang
          </th>
          <th scope="col" className="number">
            Số bản
          </th>
          <th scope="col" className="number">
            Phí (đồng)
          </th>
          <th scope="col">
            <span className="hidden-label">Bỏ dòng</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            <td data-head="Loại giấy tờ">
              <input
                type="text"
                className="input"
                list="paper-kinds"
                aria-label={`Loại giấy tờ ${i + 1}`}
                autoComplete="off"
                value={row.paperName}
                onChange={(e) => onRow(i, { paperName: e.target.value })}
              />
            </td>
            <td className="number" data-head="Số trang">
              <input
                type="text"
                className="input input-count"
                inputMode="numeric"
                aria-label={`Số trang ${i + 1}`}
                value={row.pages}
                onChange={(e) => onRow(i, { pages: e.target.value.replace(/\D/g, '') })}
              />
            </td>
            <td className="number" data-head="Số bản">
              <input
                type="text"
                className="input input-count"
                inputMode="numeric"
                aria-label={`Số bản ${i + 1}`}
                value={row.copies}
                onChange={(e) => onRow(i, { copies: e.target.value.replace(/\D/g, '') })}
              />
            </td>
            <td className="number" data-head="Phí">
              {formatInteger(rowFee(row, date) ?? 0)}
            </td>
            <td>
              {onDrop && rows.length > 1 && (
                <Button look="plain" aria-label={`Bỏ dòng ${i + 1}`} onClick={() => onDrop(i)}>
                  Bỏ
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <datalist id="paper-kinds">
      {paperKindsOn(date).map((k) => (
        <option key={k} value={k}>
          {k}
        </option>
      ))}
    </datalist>
  </>
);
