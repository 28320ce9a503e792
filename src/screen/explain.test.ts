import { expect, it } from 'vitest';
import { screener } from '../check/screener';
import { knowledge } from '../knowledge';
import { explain } from './explain';

const explained = (text: string) => explain({ text }, screener.screen({ text }, '2026-11-21'), knowledge);

it('a host that only looks like a court is shown though nothing else is found', () => {
  const { verdict, links, verify } = explained('请点击 https://zxfw.court.gov.cn.shenpan.top/x 查看您的文书');
  expect(verdict).toBe('nothing-found');
  expect(links).toMatchObject([{ kind: 'unknown', real: 'shenpan.top' }]);
  expect(verify.map(({ id }) => id)).toEqual(['link']);
});

it('any other host is left alone where nothing is found', () => {
  const { links, verify } = explained('明天开会，资料在 https://www.example.com/a');
  expect([...links, ...verify]).toEqual([]);
});
