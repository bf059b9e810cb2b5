import { parseArgs } from 'node:util';
import { checkCommand } from './commands/check.ts';
import { type Command, Failure, type Terminal, UsageError } from './commands/command.ts';
import { demoCommand } from './commands/demo.ts';
import { eraseCommand } from './commands/erase.ts';
import { evalCommand } from './commands/eval.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { serveCommand } from './commands/serve.ts';

const commands: Record<string, Command> = {
  demo: demoCommand,
  serve: serveCommand,
  import: importCommand,
  export: exportCommand,
  rebuild: rebuildCommand,
  erase: eraseCommand,
  check: checkCommand,
  eval: evalCommand,
};

/** The command line. Exit codes: 0 done, 1 something stands in the way, 2 the words are wrong. */
async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '--help', ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}". "vitrina --help" lists them.`);
  const { values, positionals } = parse(command, rest);
  if (values.help === true) {
    terminal.out(`${command.help}\n  --help         this text`);
    return 0;
  }
  await command.run(values, positionals, terminal);
  return 0;
}

function parse(command: Command, words: readonly string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`);
  return ['vitrina COMMAND [options]', '', ...lines, '', '"vitrina COMMAND --help" tells more.'].join('\n');
}

function terminalOf(process: NodeJS.Process): Terminal {
  const isPerson = process.stderr.isTTY === true;
  let said = 0;
  return {
    env: process.env,
    out: (line) => {
      if (isPerson) process.stderr.write('\r\u001b[K');
      process.stdout.write(`${line}\n`);
    },
    progress: (line) => {
      if (isPerson) process.stderr.write(`\r\u001b[K${line}`);
      // A log file wants a line now and then, not every step.
      else if (Date.now() - said > 2_000) {
        said = Date.now();
        process.stderr.write(`${line}\n`);
      }
    },
    stopped: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
      }),
  };
}

try {
  process.exitCode = await main(process.argv.slice(2), terminalOf(process));
} catch (error) {
  if (error instanceof UsageError || error instanceof Failure) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  // A server that has started already would keep the process alive.
  process.exit(error instanceof UsageError ? 2 : 1);
}
