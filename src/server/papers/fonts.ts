// Tinos in four faces, the only font of our papers.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;
const home = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')));

export const readFontFiles = (): readonly Buffer[] =>
  FACES.map((face) => readFileSync(join(home, face, `Tinos_${face}.ttf`)));
