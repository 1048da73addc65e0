// A port that is taken is told before anything is set up.
import { createServer } from 'node:net';
import { operatorError } from '../faults/operator-error.ts';

type WorldPort = { readonly name: string; readonly port: number };

const errorOf = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (cause: NodeJS.ErrnoException) => resolve(cause.code ?? cause.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });

const otherPorts = (worlds: readonly WorldPort[]): string =>
  worlds.map((world) => `${world.name}:${world.port + 1000}`).join(',');

const sentenceOf = (code: string, host: string, port: number, worlds: readonly WorldPort[]): string => {
  const other = `MOTCUA_WORLDS=${otherPorts(worlds)} npm start`;
  if (code === 'EADDRINUSE') return `Cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác: ${other}`;
  if (code === 'EACCES') return `Không được phép mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên: ${other}`;
  return `Không mở được ${host}:${port} (${code}). Hãy xem lại MOTCUA_HOST.`;
};

export const requireFreePorts = async (host: string, worlds: readonly WorldPort[]): Promise<void> => {
  for (const { port } of worlds) {
    const code = await errorOf(host, port);
    if (code !== undefined) throw operatorError(sentenceOf(code, host, port, worlds));
  }
};
