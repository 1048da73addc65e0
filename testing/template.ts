// What the run's set-up tells its test files.
export const TEMPLATE = 'motcua_template';

declare module 'vitest' {
  export interface ProvidedContext {
    socket: string;
    major: number;
  }
}
