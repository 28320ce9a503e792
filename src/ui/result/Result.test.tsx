import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { screening } from '../../case/testing';
import { language } from '../i18n';
import en from '../texts/en.json';
import zh from '../texts/zh.json';
import { Result } from './Result';
import { resultAsText } from './text';

it.each([
  ['zh', zh.readerFailed],
  ['en', en.readerFailed],
] as const)('a result without the reader that was wanted says so, on the page and copied: %s', (chosen, words) => {
  language.value = chosen;
  const { explanation } = screening('测试');
  const failed = { ...explanation, readerFailed: true };
  expect(render(<Result explanation={failed} />)).toContain(words);
  expect(resultAsText(failed)).toContain(words);
  expect(render(<Result explanation={explanation} />)).not.toContain(words);
  expect(resultAsText(explanation)).not.toContain(words);
});
