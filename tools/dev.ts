// npm run dev: the server restarts on a change, the staff app reloads in the browser; both stop together.
import { spawn, type ChildProcess } from 'node:child_process';
import { bin } from './run.ts';

const API = process.env.MOTCUA_API ?? 'http://localhost:8080';
const start = (args: readonly string[]): ChildProcess => spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, MOTCUA_API: API } });

console.log(`Ứng dụng cho cán bộ: http://localhost:5173/lam-viec/ (tự tải lại); máy chủ: ${API}`);
const children = [start(['--watch', 'src/server/start.ts']), start([bin('vite/bin/vite.js'), '--port', '5173', '--strictPort'])];

let stopping = false;
const stop = (code: number): void => {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
};
for (const child of children) child.on('exit', (code) => stop(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));
