/** A screen that nobody sees, with a mouse and a keyboard that the browser cannot tell from real ones. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { ensureDisplay } from './install';

/** Pixels. */
export const SCREEN = { width: 1280, height: 900 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Display {
  /** What a program needs in its environment to open its windows there. */
  readonly env: { readonly DISPLAY: string };
  /** Clicks at a place of the screen; three times in a row selects a paragraph. */
  click(at: Point, options?: { readonly button?: 'left' | 'right'; readonly times?: number }): Promise<void>;
  /** Presses keys one after another, by their X names: `Up`, `alt+shift+k`. */
  keys(...names: readonly string[]): Promise<void>;
  /** Moves the pointer into a corner: a menu that opens under it would follow it instead of the keys. */
  park(): Promise<void>;
  /** Windows now to be seen, menus among them. */
  windows(): Promise<readonly string[]>;
  /** Anything else that xdotool can do. */
  xdo(...words: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

const BUTTONS = { left: '1', right: '3' } as const;
/** Of the browser's window: without a window manager the keys go where the pointer is. */
const CORNER = [String(SCREEN.width - 8), String(SCREEN.height - 8)] as const;
const run = promisify(execFile);

/**
 * Starts a screen of its own on a free number, without any network socket.
 *
 * @throws Error saying what to install, where Xvfb or xdotool is missing
 */
export async function startDisplay(): Promise<Display> {
  ensureDisplay();
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const kill = () => server.kill();
  process.once('exit', kill);
  const DISPLAY = `:${await displayNumber(server)}`;
  const xdotool = async (...words: readonly string[]): Promise<string> =>
    (await run('xdotool', words, { env: { ...process.env, DISPLAY } })).stdout;
  return {
    env: { DISPLAY },
    async click({ x, y }, { button = 'left', times = 1 } = {}) {
      const place = [x, y].map((pixels) => String(Math.round(pixels)));
      await xdotool('mousemove', ...place, 'click', '--repeat', String(times), '--delay', '60', BUTTONS[button]);
    },
    async keys(...names) {
      await xdotool('key', ...names);
    },
    async park() {
      await xdotool('mousemove', ...CORNER);
    },
    async xdo(...words) {
      await xdotool(...words);
    },
    async windows() {
      // Finds nothing: exit status 1.
      const found = await xdotool('search', '--onlyvisible', '--name', '').catch(() => '');
      return found.split('\n').filter(Boolean);
    },
    async stop() {
      const ended = new Promise((done) => server.once('exit', done));
      process.off('exit', kill);
      if (server.exitCode === null && kill()) await ended;
    },
  };
}

/** Xvfb writes the number it chose once it takes connections. */
function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let written = '';
    server.stdio[3]?.on('data', (data: Buffer) => {
      written += data;
      if (written.endsWith('\n')) done(written.trim());
    });
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`Xvfb ended with status ${code}`)));
  });
}
