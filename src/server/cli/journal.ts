import { createPublicKey } from 'node:crypto';
import { findingText } from '../journal/findings.ts';
import { verifyJournal } from '../journal/verify.ts';
import { secretsFrom } from '../secrets.ts';
import { done, refused, type Command } from './command.ts';

const verify: Command = {
  name: 'journal verify',
  usage: '[--world TÊN]',
  summary: 'Đi hết nhật ký, chỉ ra mục đầu tiên bị sửa, thiếu hoặc đảo chỗ của từng chuỗi',
  details: ['Điểm chốt được đối chiếu với khóa của bản cài này. Mã thoát 1 khi thấy sai.'],
  takes: [0, 0],
  run: async (context, args) => {
    const trusted = createPublicKey(secretsFrom(await context.masterKey()).checkpointKey);
    const worlds = [];
    for (const world of context.worldsOf(args)) {
      const { pool, row } = await context.world(world);
      worlds.push({ world, ...(await verifyJournal(pool, row.provinceId, trusted)) });
    }
    const sound = worlds.every(({ findings }) => findings.length === 0);
    const lines = worlds.flatMap(({ world, entries, chains, checkpoints, findings }) => [
      `${world}: ${entries} mục, ${chains} chuỗi, ${checkpoints} điểm chốt: ${findings.length === 0 ? 'nguyên vẹn' : `${findings.length} chỗ sai`}`,
      ...findings.map((finding) => `  ${findingText(finding)}`),
    ]);
    return (sound ? done : refused)({ sound, worlds }, ...lines);
  },
};

export const journalCommands: readonly Command[] = [verify];
