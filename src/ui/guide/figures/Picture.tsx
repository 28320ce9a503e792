import type { ComponentChildren } from 'preact';

/** Width of every picture in its own units: that of a phone's page, so that its letters are read without zooming. */
export const WIDTH = 290;

export function Picture({ title, height, children }: { title: string; height: number; children: ComponentChildren }) {
  return (
    <svg role="img" aria-label={title} viewBox={`0 0 ${WIDTH} ${height}`}>
      <title>{title}</title>
      {children}
    </svg>
  );
}
