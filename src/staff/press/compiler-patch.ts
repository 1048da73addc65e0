// Under the strict policy of our pages no text may become code. The web compiler makes five tiny functions
// from texts, at two places: at build they are replaced by a table of the same functions. When a new version
// of the compiler has another number of places or another text, the build or the press says so.
import type { Plugin } from 'vite';

const PACKAGE = '@myriaddreamin/typst-ts-web-compiler';
const GLUE = `${PACKAGE}/pkg/typst_ts_web_compiler.mjs`;
const PLACES = 2;

const READY_FUNCTIONS = `
const readyFunctions = new Map([
  ['return 0', () => 0],
  ['return true', () => true],
  ['path|return path', (path) => path],
  ["throw new Error('Dummy AccessModel, please initialize compiler with withAccessModel()')", () => { throw new Error('the press reads no files'); }],
  ["throw new Error('Dummy Registry, please initialize compiler with withPackageRegistry()')", () => { throw new Error('the press loads no packages'); }],
]);
const readyFunction = (...texts) => {
  const ready = readyFunctions.get(texts.join('|'));
  if (ready === undefined) throw new Error('the compiler asks for a function that is not ready: ' + texts.join('|'));
  return ready;
};
`;

export const patchCompiler = (code: string): string => {
  const places = code.match(/new Function\(/g)?.length ?? 0;
  if (places !== PLACES) throw new Error(`the web compiler makes functions from text at ${places} places, not ${PLACES}: look at it again`);
  return code.replaceAll('new Function(', 'readyFunction(') + READY_FUNCTIONS;
};

/** The package's entry has a third place, for Node only: it is passed by. */
export const compilerAlias = { find: new RegExp(`^${PACKAGE}$`), replacement: GLUE };

export const patchedCompiler = (): Plugin => ({
  name: 'compiler-without-code-from-text',
  transform: (code, id) => (id.split('?')[0]?.endsWith('/typst_ts_web_compiler.mjs') === true ? patchCompiler(code) : undefined),
});
