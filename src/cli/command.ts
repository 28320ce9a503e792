import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What the person at the terminal can mend; the message says all, and a stack would only hide it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>['values'];

/**
 * Runs a command of this project. `--help` shows `usage` and does nothing else. A {@link CommandError} and options that
 * do not exist are said on stderr, with exit code 2; any other error is a fault of ours and keeps its stack. A closed
 * pipe ends the work quietly.
 */
export async function runCommand<T extends Options>(
  usage: string,
  options: T,
  work: (values: Values<T>) => void | Promise<void>,
): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean' } } });
    if ('help' in values) process.stdout.write(`${usage}\n`);
    else await work(values as Values<T>);
  } catch (error) {
    process.stderr.write(`${saidOf(error)}\n`);
    process.exitCode = 2;
  }
}

/** @throws what is a fault of ours */
function saidOf(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  // That of a DOMException is a number.
  if (!String(code).startsWith('ERR_PARSE_ARGS')) throw error;
  // Only what is wrong: the rest is about arguments without an option, which no command of ours takes.
  return `${message.split(/\.(?:\s|$)/)[0]}\n--help shows how it is used.`;
}
