import { execFileSync } from 'node:child_process';
import { ROOT } from '../../scripts/knowledge/read';

/** The browser tests run what users install: production builds, made once. */
export default function build(): void {
  for (const script of ['build', 'build:firefox']) {
    execFileSync('npm', ['run', '-s', script], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
