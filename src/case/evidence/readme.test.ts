import { expect, it } from 'vitest';
import en from '../../ui/texts/workspace/en.json';
import zh from '../../ui/texts/workspace/zh.json';
import { evidenceReadme } from './readme';

const [chinese = '', english = ''] = evidenceReadme('2026-11-22T18:30:05.123Z')
  .split('----')
  .map((half) => half.replace(/\s+/g, ' '));

it('names the place to check a file by its own label, in both languages', () => {
  expect(chinese).toContain(`「${zh.evidenceCheck}」`);
  expect(english).toContain(`“${en.evidenceCheck}”`);
});

it('tells English readers what it tells Chinese ones', () => {
  for (const [one, other] of [
    [/不要删除、修改原短信，也不要恢复出厂设置/, /do not delete or change the messages there, and do not reset it/],
    [/是否违法由有权机关认定/, /whether anything is unlawful is for the authorities to decide/],
    [/计算每个文件的SHA-256与manifest.json比较/, /SHA-256 of each file .* compare .* manifest\.json/],
    [/「指纹」.*抄在别处/, /“fingerprint”.*written down elsewhere/],
  ] as const) {
    expect(chinese).toMatch(one);
    expect(english).toMatch(other);
  }
});

it('says when it was made in Beijing time, in both languages', () => {
  expect(chinese).toContain('导出时间（北京时间，按本机时钟）：2026-11-23 02:30 ');
  expect(english).toContain('Made at (Beijing time, by the clock of this device): 2026-11-23 02:30 ');
});
