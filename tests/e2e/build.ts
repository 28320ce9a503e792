import { execFileSync } from 'node:child_process';
import { ROOT } from '../../scripts/knowledge/read';

/** The browser tests run what users install: a production build, made once. */
export default function build(): void {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}
