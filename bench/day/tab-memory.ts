// What a tab holds once everything that nobody needs has been let go.
import type { Page } from '@playwright/test';

export type TabMemory = { readonly heapBytes: number; readonly nodes: number };

export const tabMemory = async (page: Page): Promise<TabMemory> => {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('HeapProfiler.collectGarbage');
  await protocol.send('Performance.enable');
  const { metrics } = await protocol.send('Performance.getMetrics');
  const valueOf = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  await protocol.detach();
  return { heapBytes: valueOf('JSHeapUsedSize'), nodes: valueOf('Nodes') };
};
