// npm run motcua -- LỆNH: the administrator's command line.
import { requireNode } from '../startup/node-version.ts';
import { isOperatorError } from '../faults/operator-error.ts';
import { EXIT } from './command.ts';
import { openContext } from './context.ts';
import { COMMANDS } from './registry.ts';
import { runLine } from './run.ts';

const output = {
  out: (line: string) => void process.stdout.write(`${line}\n`),
  err: (line: string) => void process.stderr.write(`${line}\n`),
};

try {
  requireNode();
  process.exitCode = await runLine(process.argv.slice(2), COMMANDS, (report) => openContext(report), output);
} catch (cause) {
  output.err(isOperatorError(cause) ? cause.message : cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  process.exitCode = EXIT.refused;
}
