// npm run check: bans, glossary and law index. With --write the generated pages are written anew.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findBanned } from './bans.ts';
import { findBannedWording, glossaryPage, parseTerms } from './glossary.ts';
import { lawIndex, findUntagged } from './law-index.ts';
import { readSources } from './source-files.ts';

const write = process.argv.includes('--write');
const sources = readSources('src', 'testing', 'demo', 'bench', 'e2e', 'tools').filter(({ path }) => /\.(ts|tsx|sql|css)$/.test(path));
const terms = parseTerms(JSON.parse(readFileSync('glossary/terms.json', 'utf8')));

const generated = { 'GLOSSARY.md': glossaryPage(terms), 'docs/law/index.md': lawIndex(sources) };
const findings = [...findBanned(sources), ...findBannedWording(terms, sources), ...findUntagged(sources)];
for (const [path, text] of Object.entries(generated)) {
  if (write) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) findings.push(`${path}: not as generated; run: node tools/words.ts --write`);
}
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;
