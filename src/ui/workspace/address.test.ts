import { expect, it } from 'vitest';
import { linkTo, placeOf } from './address';

it.each([
  ['', 'check', []],
  ['#/guide', 'guide', []],
  ['#/guide/replying/stop-text', 'guide', ['replying', 'stop-text']],
  ['#/nowhere/else', 'check', ['else']],
  ['#/guide/%E0%A4%A', 'guide', ['%E0%A4%A']],
])('%s is %s %j', (fragment, view, path) => {
  expect(placeOf(fragment)).toEqual({ view, path });
});

it('a link leads back to its place', () => {
  expect(placeOf(linkTo('guide', 'a/b', '利率'))).toEqual({ view: 'guide', path: ['a/b', '利率'] });
});
