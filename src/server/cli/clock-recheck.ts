// Every due date reckoned again, at the command line: exit 0 when all are as stored, 1 when one differs.
import { type Difference, type Rechecked, recheckClocks } from '../clock/recheck.ts';
import { type Command, done, refused } from './command.ts';

type WorldRechecked = Rechecked & { readonly world: string; readonly seconds: number; readonly differences: readonly Difference[] };

const said = (moment: string | undefined): string => moment ?? 'không có';

const linesOf = ({ world, checked, withoutClock, differing, differences, calendars, seconds }: WorldRechecked): readonly string[] => [
  ...differences.map((one) => `${world}: ${one.code}: đã lưu ${said(one.storedDue)} (${said(one.storedState)}), tính lại ${said(one.recomputedDue)} (${said(one.recomputedState)}). ${one.reason}`),
  `${world}: tính lại ${checked} hồ sơ theo ${calendars} phiên bản lịch trong ${seconds} giây: ${differing === 0 ? 'tất cả đúng như đã lưu' : `${differing} hồ sơ khác`}; ${withoutClock} hồ sơ không có thời hạn để tính.`,
];

export const clockRecheck: Command = {
  name: 'clock recheck',
  usage: '[--world TÊN]',
  summary: 'Tính lại ngày hẹn trả của mọi hồ sơ và nêu từng hồ sơ khác',
  details: [
    'Mỗi hồ sơ được tính lại từ những gì đã lưu cùng hồ sơ, theo phiên bản lịch làm việc của hồ sơ đó; chỉ đọc, không sửa gì.',
    'Mã thoát: 0 khi tất cả đúng như đã lưu, 1 khi có hồ sơ khác.',
  ],
  takes: [0, 0],
  run: async (context, args) => {
    const worlds: WorldRechecked[] = [];
    for (const world of context.worldsOf(args)) {
      const { pool, row } = await context.world(world);
      const differences: Difference[] = [];
      const start = performance.now();
      const result = await recheckClocks(pool, row.provinceId, (difference) => differences.push(difference));
      worlds.push({ world, ...result, seconds: Math.round(performance.now() - start) / 1000, differences });
    }
    const answer = worlds.every((world) => world.differing === 0) ? done : refused;
    return answer({ worlds }, ...worlds.flatMap(linesOf));
  },
};
