// A plain table that reads as cards at 360 px. Rows open on click and on Enter through the link of their first cell.
import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly head: string;
  readonly number?: boolean;
  readonly width?: string;
  readonly cell: (row: Row) => ReactNode;
};
export type TableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly chosen?: ((row: Row) => boolean) | undefined;
  /** Rows fall under these headings, in the order they first appear. */
  readonly groupOf?: ((row: Row) => string) | undefined;
  readonly groupHead?: ((group: string, rows: readonly Row[]) => ReactNode) | undefined;
};

const clickedControl = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, label, select') !== null;

export const Table = <Row,>({ caption, columns, rows, rowKey, onOpen, chosen, groupOf, groupHead }: TableProps<Row>) => {
  const groups = [...new Set(rows.map((row) => groupOf?.(row) ?? ''))];
  const line = (row: Row) => (
    <tr
      key={rowKey(row)}
      className={[onOpen && 'openable', chosen?.(row) && 'chosen'].filter(Boolean).join(' ') || undefined}
      onClick={
        onOpen
          ? (e) => {
              if (!clickedControl(e.target)) onOpen(row);
            }
          : undefined
      }
    >
      {columns.map((column, i) => (
        <td key={i} data-head={column.head} className={column.number ? 'number' : column.width}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
  return (
    <table className="table stackable">
      <caption className="hidden-label">{caption}</caption>
      <thead>
        <tr>
          {columns.map((c, i) => (
            <th key={i} scope="col" className={c.number ? 'number' : undefined}>
              {c.head || <span className="hidden-label">Chọn</span>}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => {
        const own = groupOf ? rows.filter((row) => groupOf(row) === group) : rows;
        return (
          <tbody key={group}>
            {groupOf && (
              <tr className="group-row">
                <th scope="rowgroup" colSpan={columns.length}>
                  {groupHead?.(group, own) ?? group}
                </th>
              </tr>
            )}
            {own.map(line)}
          </tbody>
        );
      })}
    </table>
  );
};
