/** What a reader is advised, in the real popup: whom to call, which law, how to check, depending on who he is. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import type { Lender, Role } from '../../src/knowledge/vocabulary';
import { clickByText, enter, openAll, settled, textOf, typedText } from './popup-page';

let session: Session;
let server: Server;
let page: Page;
let popup: Page;

beforeAll(async () => {
  server = createServer((_request, response) => response.end('<!doctype html><title>page</title><p>page</p>'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  session = await launch();
  page = await session.browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await session?.browser.close();
  server?.close();
});

beforeEach(async () => {
  popup = await session.openPopup(page);
  if (await typedText(popup)) await clickByText(popup, 'button', '清空');
});

/** Enters a message and says who collects from whom, as a user does; waits for the whole result and unfolds it. */
async function check(text: string, { lender = 'unknown', role = 'unsure' }: { lender?: Lender; role?: Role } = {}) {
  await enter(popup, text);
  await openAll(popup);
  for (const value of [lender, role]) await popup.select(`select:has(option[value="${value}"])`, value);
  await popup.waitForSelector('.channels');
  await settled(popup);
  await openAll(popup);
}

const channelNames = (): Promise<string[]> =>
  popup.$$eval('.channel h4', (names) => names.map(({ textContent }) => textContent ?? ''));
const placeOf = (names: readonly string[], part: string): number => names.findIndex((name) => name.includes(part));

describe('a message in the form of a court', () => {
  it('leads to 12368 first, explains the area code, and gives the articles behind the deadline', async () => {
    await check('【XX市临江区人民法院】您有一份传票，案号（2026）临0105民初2318号，请查收。');
    expect((await channelNames()).slice(0, 2).join()).toMatch(/12368.*12348/);
    const advice = await textOf(popup, '.next');
    expect(advice).toMatch(/城市的电话区号，再接着拨12368/);
    expect(advice).toContain('0755-12368');
    const notice = await textOf(popup, '.lead');
    expect(notice).toMatch(/15 日内可以提交答辩状/);
    expect(notice).toMatch(/《民事诉讼法》第一百二十八条/);
    expect(notice).toContain('缺席判决');
    expect(await popup.$('.finding.violation')).toBeNull();
  });
});

describe('danger', () => {
  it('a threat to a person with someone at the door: 110 stands above everything', async () => {
    await check('你今晚不还，我就找人打断你的腿。', { lender: 'bank', role: 'debtor' });
    await clickByText(popup, '.chip', '有人在门口');
    await popup.waitForSelector('.lead a[href="tel:110"]');
    expect((await channelNames())[0]).toContain('110');
    expect(await textOf(popup, '.findings')).toMatch(/可能违反\s*《治安管理处罚法》第五十条第一款第一项/);
    await clickByText(popup, '.chip', '没有紧急情况');
  });
});

describe('whom to turn to', () => {
  const DISCLOSURE = '今天不还，我们就把欠款告诉你父母和单位领导。';
  it('a bank’s collector: the bank, then 12378, each with what to say and whose clock runs', async () => {
    await check(DISCLOSURE, { lender: 'bank', role: 'debtor' });
    const names = await channelNames();
    expect(placeOf(names, '收费单位自己的投诉渠道')).toBe(0);
    expect(placeOf(names, '12378')).toBeGreaterThan(0);
    const bank = await textOf(popup, '.channel');
    expect(bank).toMatch(/这是机构的期限.*15日/);
    expect(bank).toMatch(/可以这样说：.*我要投诉/s);
  });
  it('a lender found in no register: the police, and never the regulator of licensed lenders', async () => {
    await check(DISCLOSURE, { lender: 'unlicensed-unknown', role: 'debtor' });
    const names = await channelNames();
    expect(placeOf(names, '派出所')).toBeGreaterThanOrEqual(0);
    expect(placeOf(names, '派出所')).toBeLessThan(3);
    expect(names.join()).not.toContain('12378');
  });
});

describe('a reader who does not owe', () => {
  const TOLD = '您好，您的朋友李明欠我们平台8000元不还，请您帮忙催他一下。';
  it('is shown other law and another way than the debtor', async () => {
    const seen = async (role: Role) => {
      await check('今天不还，我们就把欠款告诉你父母和单位领导。', { lender: 'bank', role });
      return { law: await textOf(popup, '.finding .citation'), names: await channelNames() };
    };
    const debtor = await seen('debtor');
    const other = await seen('not-me');
    expect(debtor.law).toContain('民法典');
    expect(other.law).toContain('催收工作指引');
    expect(placeOf(other.names, '防骚扰')).toBeGreaterThan(0);
    expect(other.names.join()).not.toMatch(/调解|金融消费者保护服务平台/);
    expect(other.names).not.toEqual(debtor.names);
  });
  it('may pass a message on or not, and blocks after keeping the evidence', async () => {
    await check(TOLD, { lender: 'loan-aid-platform', role: 'other' });
    expect(await textOf(popup, '.findings')).toContain('你没有义务转告');
    expect((await channelNames()).join()).toMatch(/防骚扰.*12321/);
  });
});

describe('a link', () => {
  it('its real host is shown as text, can be tapped nowhere, and nothing is called fake', async () => {
    await check('【法院】您的案件已起诉立案，请到https://zxfw.court.gov.cn.shenpan-cha.top/x?id=1查看。');
    const hosts = await textOf(popup, '.hosts');
    expect(hosts).toContain('zxfw.court.gov.cn.shenpan-cha.top');
    expect(hosts).toMatch(/实际属于 shenpan-cha\.top/);
    expect(hosts).toContain('无法确认');
    expect(await popup.$$eval('a', (links) => links.map(({ href }) => href).join())).not.toContain('shenpan');
    const said = (await textOf(popup, '.result'))
      .split(/[。；\n]/)
      .filter((sentence) => /假的|假冒|骗子/.test(sentence));
    for (const sentence of said) expect(sentence).toMatch(/不|没/);
  });
});
