import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** `vitrina serve` in a process of its own, as a shop runs it. */
export interface ServerProcess {
  pid: number;
  /** `http://127.0.0.1:8080` */
  origin: string;
  /** Says something to what was loaded into the process beside the server, and waits for its answer. */
  ask(word: string): Promise<unknown>;
  /** Pulls the plug; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Asks it to stop; rejects when it does not end well. */
  stop(): Promise<void>;
}

// The tests run this file where it stands, the bench runs a bundle of it: both are started in the checkout's folder.
const entry = fileURLToPath(new URL('vitrina.mjs', `file://${process.cwd()}/`));

/** `words` follow `vitrina serve`; `node` goes to Node itself. */
export async function startVitrina(words: readonly string[], node: readonly string[] = []): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...node, entry, 'serve', '--port', '0', ...words], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // A few devices stand for a whole shop's visitors: counted, as in a shop, and never too many.
    env: { ...process.env, RATE_LIMITS: '100000' },
  });
  const gone = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    origin: await listening(child),
    ask: async (word) => {
      child.send(word);
      return (await once(child, 'message'))[0];
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await gone;
      if (code !== 0) throw new Error(`vitrina serve ended with ${code}`);
    },
  };
}

/** Runs a command of Vitrina to its end; returns what it printed. */
export async function runVitrina(words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`vitrina ${words.join(' ')} ended with ${code}: ${printed}`);
  return printed;
}

async function listening({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new TypeError('a server that prints nothing');
  for await (const line of createInterface({ input: stdout })) {
    const [, origin] = /^Vitrina listens on (\S+)$/.exec(line) ?? [];
    if (origin === undefined) continue;
    // Whatever it prints later must not fill the pipe.
    stdout.resume();
    return origin;
  }
  throw new Error('vitrina serve ended before it listened');
}
