// What neither the compiler nor the linter sees: words that must not stand in a room.
import type { SourceFile } from './source-files.ts';

type Ban = {
  readonly what: RegExp;
  readonly where: RegExp;
  readonly except?: RegExp;
  readonly why: string;
};

const TESTS = /\.(test|spec|bench)\.tsx?$/;

export const BANS: readonly Ban[] = [
  { what: /\bnew Date\b|\bDate\.now\b|\bDate\(/, where: /^src\/core\//, except: TESTS, why: 'core takes time as a fact' },
  { what: /\bMath\.random\b|\bcrypto\./, where: /^src\/core\//, except: TESTS, why: 'core has no chance in it' },
  { what: /\bTemporal\.Now\b/, where: /^src\/core\//, why: 'core takes time as a fact' },
  { what: /\bthrow\b(?! new RangeError\()/, where: /^src\/core\/(?!kernel\/brand)/, except: TESTS, why: 'a refusal is a value (RangeError: a caller that broke the contract)' },
  { what: /\bprocess\.env\b/, where: /^src\//, except: /^src\/server\/config\.ts$|\.test\.ts$/, why: 'only config.ts reads the environment' },
  { what: /\b(?:TODO|FIXME|XXX|HACK)\b/, where: /^(src|testing|demo|bench|e2e|tools)\//, except: /^tools\/(bans|shape)/, why: 'an issue is the place for what is left' },
  { what: /\b(?:test|it|describe)\.(?:skip|only|todo)\(/, where: /\.(test|spec)\.tsx?$/, except: /^tools\/bans/, why: 'nothing is skipped' },
  { what: /@ts-(?:ignore|nocheck|expect-error)/, where: /^(src|testing|demo)\//, why: 'a type that does not fit is a finding' },
  { what: /dangerouslySetInnerHTML/, where: /^src\//, why: 'texts are escaped by the renderer' },
];

const FOLDERS_FOR_NO_ROOM = /(^|\/)(utils?|helpers?|common|shared|types|services|misc|lib)\//;

export const findBanned = (files: readonly SourceFile[]): string[] => {
  const found: string[] = [];
  for (const { path, text } of files) {
    if (FOLDERS_FOR_NO_ROOM.test(path)) found.push(`${path}: this folder's name says that no room was found`);
    if (text.normalize('NFC') !== text) found.push(`${path}: text is not in NFC`);
    const bans = BANS.filter((ban) => ban.where.test(path) && !ban.except?.test(path));
    if (bans.length === 0) continue;
    text.split('\n').forEach((line, index) => {
      if (/^\s*(\/\/|\*|--)/.test(line) && !/(TODO|FIXME|XXX|HACK|@ts-)/.test(line)) return;
      for (const ban of bans) if (ban.what.test(line)) found.push(`${path}:${index + 1}: ${ban.why}: ${line.trim().slice(0, 80)}`);
    });
  }
  return found;
};
