import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, describe, expect, it } from 'vitest';
import { GUIDE_FIGURES } from '../../../knowledge/vocabulary';
import { language } from '../../i18n';
import { Figure } from './Figure';
import { wrap } from './words';

afterAll(() => {
  language.value = 'zh';
});

describe.each(['zh', 'en'] as const)('%s', (chosen) => {
  it.each(GUIDE_FIGURES)('%s is one picture with a name, and the same in words beside it', (name) => {
    language.value = chosen;
    const html = renderToString(h(Figure, { name }));
    const [, title] = /<svg role="img" aria-label="([^"]+)"/.exec(html) ?? [];
    expect(title).toBeTruthy();
    expect(html).toContain(`<title>${title}</title>`);
    expect(/<figcaption[^>]*>([^<]+)</.exec(html)?.[1]?.length).toBeGreaterThan(title?.length ?? 0);
    expect(html).not.toMatch(/NaN|undefined|figure_/);
  });

  it.each(GUIDE_FIGURES)('%s says nothing that the words beside it leave out', (name) => {
    language.value = chosen;
    const html = renderToString(h(Figure, { name }));
    const [picture = '', caption = ''] = html.split('<figcaption');
    const numbers = picture.replace(/<title>.*?<\/title>|<[^>]+>/g, ' ').match(/\d{2,}/g) ?? [];
    for (const number of numbers) expect(caption).toContain(number);
  });
});

describe('lines', () => {
  it('of Chinese break anywhere but before closing marks', () => {
    expect(wrap('一二三四五，六七', 65)).toEqual(['一二三四五，', '六七']);
  });

  it('of words break between them, and lose none', () => {
    const text = 'Mostly reminders by message and call, 31–90 days';
    const lines = wrap(text, 120);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(text);
  });
});
