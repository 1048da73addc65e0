// What goes out in a standard, at the command line.
import { writeFileSync } from 'node:fs';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { findDossierByCode, sampleDossiers } from '../custody/epcis.sql.ts';
import { epcisBaseOf, exportChain } from '../custody/epcis.ts';
import { findClockOffset } from '../http/clock.sql.ts';
import type { OpenWorld } from '../startup/open-world.ts';
import type { CliContext } from './context.ts';
import { type Arguments, type Command, done, refused, textOption, usageError } from './command.ts';

const MOST_SAMPLED = 10_000;

const sampleOf = (text: string): number => {
  const count = /^\d{1,5}$/u.test(text) ? Number(text) : 0;
  if (count < 1 || count > MOST_SAMPLED) throw usageError(`--sample là số hồ sơ, từ 1 đến ${MOST_SAMPLED}.`);
  return count;
};

type Asked = { readonly kind: 'dossier'; readonly code: string } | { readonly kind: 'sample'; readonly count: number };

const askedOf = (args: Arguments): Asked => {
  const [code, sample] = [textOption(args, 'dossier')?.trim(), textOption(args, 'sample')];
  if ((code === undefined || code === '') === (sample === undefined)) throw usageError('Hãy cho một trong hai: --dossier MÃ-HỒ-SƠ hoặc --sample SỐ.');
  return sample === undefined ? { kind: 'dossier', code: code ?? '' } : { kind: 'sample', count: sampleOf(sample) };
};

type Found = OpenWorld & { readonly dossierIds: readonly string[] };

/** In whichever world has it: a code names one dossier of a province. */
const findDossier = async (context: CliContext, worlds: readonly string[], code: string): Promise<Found | undefined> => {
  for (const world of worlds) {
    const open = await context.world(world);
    const id = await findDossierByCode(open.pool, open.row.provinceId, code);
    if (id !== undefined) return { ...open, dossierIds: [id] };
  }
  return undefined;
};

/** Of the first demo world that has so many, otherwise of the one that has most. */
const findSample = async (context: CliContext, worlds: readonly string[], count: number): Promise<Found | undefined> => {
  let most: Found | undefined;
  for (const world of worlds) {
    const open = await context.world(world);
    const dossierIds = open.row.isDemo ? await sampleDossiers(open.pool, open.row.provinceId, count) : [];
    if (dossierIds.length > (most?.dossierIds.length ?? 0)) most = { ...open, dossierIds };
    if (dossierIds.length === count) break;
  }
  return most;
};

const epcis: Command = {
  name: 'export epcis',
  usage: '--dossier MÃ-HỒ-SƠ | --sample SỐ [--out TỆP] [--world TÊN]',
  summary: 'Xuất chuỗi giao nhận giấy tờ của hồ sơ theo chuẩn EPCIS 2.0 (JSON-LD)',
  details: [
    'Không có tên người trong bản xuất. --sample chỉ lấy từ dữ liệu mẫu, lần nào cũng cùng những hồ sơ ấy.',
    'Không cho --world thì tìm hồ sơ ở mọi bộ dữ liệu; mẫu lấy từ bộ đầu tiên đủ số.',
    'Quầy, cơ quan và hồ sơ mang địa chỉ theo MOTCUA_EPCIS_BASE; mã sự kiện không đổi qua các lần xuất. --out ghi ra tệp.',
  ],
  options: { dossier: { type: 'string' }, sample: { type: 'string' }, out: { type: 'string' } },
  takes: [0, 0],
  run: async (context, args) => {
    const asked = askedOf(args);
    const worlds = context.worldsOf(args);
    const found = asked.kind === 'sample' ? await findSample(context, worlds, asked.count) : await findDossier(context, worlds, asked.code);
    if (!found) return refused(asked, asked.kind === 'sample' ? 'Không có dữ liệu mẫu nào có giấy tờ; với dữ liệu thật hãy cho --dossier.' : 'Không có hồ sơ mang mã này.');
    const { pool, row, dossierIds } = found;
    const now = momentFromEpoch(Date.now() + (await findClockOffset(pool, row.provinceId)) * 1000);
    const document = await exportChain({ pool, provinceId: row.provinceId, base: epcisBaseOf(context.configuration.config.http, row.name), now }, dossierIds);
    const text = JSON.stringify(document, null, 2);
    const file = textOption(args, 'out');
    if (file === undefined) return done(document, text);
    writeFileSync(file, `${text}\n`);
    const events = document.epcisBody.eventList.length;
    return done({ file, dossiers: dossierIds.length, events }, `Đã ghi ${events} sự kiện của ${dossierIds.length} hồ sơ vào ${file}.`);
  },
};

export const exportCommands: readonly Command[] = [epcis];
