// What the person who typed `npm start` sees: where to go and as whom.
export type SignInLine = { readonly login: string; readonly name: string; readonly title: string };
export type ServedWorld = {
  readonly title: string;
  readonly address: string;
  readonly password?: string;
  readonly pin?: string;
  readonly signIns: readonly SignInLine[];
};

/** Vietnamese letters are one column each only when composed. */
const widthOf = (text: string): number => [...text.normalize('NFC')].length;

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join('  ').trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)];
};

const worldLines = (world: ServedWorld): readonly string[] => [
  '',
  world.title,
  `  Người dân:  ${world.address}/`,
  `  Cán bộ:     ${world.address}/lam-viec/`,
  ...(world.password === undefined ? [] : [`  Mật khẩu chung: ${world.password} · mã PIN công chức: ${world.pin ?? '—'}`]),
  ...(world.signIns.length === 0
    ? []
    : table([['Tên đăng nhập', 'Họ và tên', 'Chức danh'], ...world.signIns.map((person) => [person.login, person.name, person.title])]).map(
        (line) => `    ${line}`,
      )),
];

export const greeting = (worlds: readonly ServedWorld[], seconds: number): string =>
  [
    `Một cửa đã sẵn sàng sau ${seconds.toFixed(1).replace('.', ',')} giây.`,
    ...worlds.flatMap(worldLines),
    '',
    'Nhấn Ctrl+C để dừng.',
  ].join('\n');
