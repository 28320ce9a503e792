/** Every number to dial and every host in any text is on a list, so that none slips in from anywhere else. */
import { describe, expect, it } from 'vitest';
import { knowledge } from '../../src/knowledge';
import { ownTexts } from './texts';

/** Public numbers, and the area codes that explain how to dial them. */
const NUMBERS = new Set([
  ...['110', '120', '12110', '96110', '12389', '12378', '12345', '12363', '12315', '12321', '12300', '12368', '12309'],
  ...['12348', '12377', '12356', '12337', '12381', '10086', '10010', '10000', '10099', '10001', '10086999'],
  // Examples of 12110 and 12368 with an area code; the offices in Beijing.
  ...['12110755', '12110771', '010-12321', '010-12300', '010-12368', '0755-12368', '01012321'],
]);
/** Starts of numbers that are explained, sums of money, and a case number that shows the form. */
const NOT_DIALLED = new Set(['10690', '50000', '10000', '106', '953', '955', '956', '400', '800']);
/** An area code, alone or in front of the court's number. */
const AREA_CODE = /^0\d{2,3}(-?12368)?$/;
const HOSTS = new Set([
  ...knowledge.routing.hosts,
  ...Object.values(knowledge.routing.courtHosts).flat(),
  // The address to write to of the reporting centre; an end of a host that is explained.
  '12377.cn',
  'mps.gov.cn',
  // Where the law can be read officially; shown as links of the articles.
  ...Object.values(knowledge.articles).map(({ site }) => new URL(site).host),
]);

/** What a reader might dial: five digits or more, digits set apart by a hyphen, and any digits after “dial”. */
const dialled = (text: string): string[] =>
  [
    ...text.matchAll(/(?<![\d.,/-])0\d{2,3}-\d{3,8}(?![\d-])/g),
    ...text.matchAll(/(?<![\d.,/:-])\d{5,13}(?![\d.,/:-])/g),
    ...text.matchAll(/(?<=(?:拨打?|打|[Cc]all|[Dd]ial) ?)\d{3,4}(?![\d.,:-])/g),
  ].map(([number]) => number);

describe('numbers', () => {
  const found = ownTexts.flatMap(({ at, text }) => dialled(text).map((number) => ({ at, number })));
  it('are found where they stand', () => {
    expect(found.length).toBeGreaterThan(200);
    expect(dialled('请拨13812345678，或拨114，金额30,000元，2026年')).toEqual(['13812345678', '114']);
    expect(dialled('打0755-12368，再打12348。')).toEqual(['0755-12368', '12348']);
  });
  it('are public numbers, or are not for dialling', () => {
    const strange = found.filter(
      ({ number }) => !NUMBERS.has(number) && !NOT_DIALLED.has(number) && !AREA_CODE.test(number),
    );
    expect(strange.map(({ at, number }) => `${number} ${at}`)).toEqual([]);
  });
  it('no text holds a service number with hyphens, such as 400-…', () => {
    for (const { at, text } of ownTexts)
      expect(text, at).not.toMatch(/\b[48]00-\d|\b1[3-9]\d{9}\b|\b0\d{2,3}-\d{7,8}\b/);
  });
});

describe('hosts', () => {
  const hostsOf = (text: string) =>
    [...text.matchAll(/(?<![\w.])(?:[a-z0-9-]+\.)+(?:com|cn|net|org|cc|gov|top|vip|io|me|info|app)\b/gi)].map(
      ([host]) => host.toLowerCase(),
    );
  it('in texts are official ones, or those that a reader may meet in a real court message', () => {
    const found = ownTexts.flatMap(({ at, text }) => hostsOf(text).map((host) => ({ at, host })));
    expect(found.length).toBeGreaterThan(15);
    const known = (host: string) => HOSTS.has(host) || HOSTS.has(`www.${host}`);
    expect(found.filter(({ host }) => !known(host)).map(({ at, host }) => `${host} ${at}`)).toEqual([]);
  });
  it('nothing links to a host that only imitates one', () => {
    for (const { at, text } of ownTexts) expect(text, at).not.toMatch(/96ll0|12339|cyberpolice\.cn|dxss\.miit/);
  });
});
