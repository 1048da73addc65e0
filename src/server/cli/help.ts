import { VARIABLES } from '../config.ts';
import type { Command } from './command.ts';

const EXIT_LINES = [
  'Mã thoát:',
  '  0  đã làm xong',
  '  1  bị từ chối, hoặc kiểm tra thấy sai',
  '  2  gõ sai lệnh hoặc tham số',
  '  3  không kết nối được cơ sở dữ liệu',
];

const pairs = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

export const helpOfAll = (commands: readonly Command[]): string =>
  [
    'Dòng lệnh của quản trị viên: npm run motcua -- LỆNH [tham số]',
    '',
    ...pairs(commands.map((command) => [command.name, command.summary])),
    '',
    'Cách dùng từng lệnh: motcua help LỆNH. Lệnh nào cũng nhận --json (kết quả cho máy đọc) và --world TÊN.',
    '',
    ...EXIT_LINES,
    '',
    'Biến môi trường:',
    ...pairs(Object.entries(VARIABLES)),
  ].join('\n');

export const helpOf = (command: Command): string =>
  [`motcua ${command.name} ${command.usage}`.trimEnd(), command.summary, ...(command.details ?? [])].join('\n');
