// Pages without a screen on the counter's own address, there with and without the server, in a browser whose clock can drift.
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import type { InPage } from './in-page.ts';

const PATH = '/trang-thu';

export const buildInPage = async (): Promise<string> => {
  const built = await build({
    configFile: false, logLevel: 'silent', publicDir: false,
    build: { write: false, minify: false, lib: { entry: new URL('in-page.ts', import.meta.url).pathname, formats: ['es'], fileName: 'in-page' }, rolldownOptions: { output: { codeSplitting: false } } },
  });
  const [made] = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  if (made?.type !== 'chunk') throw new Error('nothing built');
  return made.code;
};

/**
 * In every page of this browser as much more time has passed as is told, and the machine's clock is off by its drift.
 * `passed`: at least so much, for what a browser wrote last goes with its power, and the clock of a machine does not.
 */
export const takeClock = (context: BrowserContext, passed = 0, drift = 0): Promise<unknown> => context.addInitScript(([least, off]) => {
  if (Number(localStorage.getItem('passed') ?? 0) < least) {
    localStorage.setItem('passed', String(least));
    localStorage.setItem('drift', String(off));
  }
  const [wall, steady] = [Date.now.bind(Date), performance.now.bind(performance)];
  const told = (name: string): number => Number(localStorage.getItem(name) ?? 0);
  Date.now = () => wall() + told('passed') + told('drift');
  performance.now = () => steady() + told('passed');
}, [passed, drift] as const);
export const setClock = (page: Page, passed: number, drift: number): Promise<void> => page.evaluate(([much, off]) => {
  localStorage.setItem('passed', String(much));
  localStorage.setItem('drift', String(off));
}, [passed, drift] as const);

export const openPage = async (context: BrowserContext, base: string, code: string): Promise<Page> => {
  await context.route(`${base}${PATH}`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><title>Thử</title><script type="module" src="${PATH}.js"></script>` }));
  await context.route(`${base}${PATH}.js`, (route) => route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: code }));
  const page = await context.newPage();
  await page.goto(base + PATH);
  await page.waitForFunction(() => 'day' in globalThis);
  return page;
};

/** What `InPage` answers, from outside the browser. */
export const asks = async <K extends keyof InPage>(page: Page, what: K, ...given: Parameters<InPage[K]>): Promise<Awaited<ReturnType<InPage[K]>>> =>
  page.evaluate(([name, args]) => {
    const { day } = globalThis as unknown as { readonly day: Record<string, (...args: readonly unknown[]) => unknown> };
    return day[name]?.(...args);
  }, [what as string, given as readonly unknown[]] as const) as Promise<Awaited<ReturnType<InPage[K]>>>;
