/** Promise 1: the browser's own network log, recorded while popup, card and workspace are used, holds nothing of ours. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../../scripts/browser/launch';
import { askByPopup, cardSays, clickInCard, select } from './card-page';
import { clickByText, enter, openAll } from './popup-page';

interface LogEvent {
  readonly params?: { readonly url?: string; readonly initiator?: string; readonly host?: string };
}

const MESSAGE = '我是法院的，今天不还钱就抓你坐牢，还要把欠款告诉你父母和单位领导，点 http://pay.example.com/x 付款';
const folder = mkdtempSync(join(tmpdir(), 'duncheck-network-'));
const logFile = join(folder, 'net-log.json');
let events: LogEvent[] = [];
let extensionId = '';

beforeAll(async () => {
  const server = createServer((_request, response) =>
    response.end(`<!doctype html><meta charset="utf-8"><title>page</title><p id="a">${MESSAGE}`),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const session = await launch({ extraArguments: [`--log-net-log=${logFile}`, '--net-log-capture-mode=Everything'] });
  extensionId = session.extension.id;
  const page = await session.browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/control`);
  const popup = await session.openPopup(page);
  await enter(popup, `${MESSAGE} <img src="http://127.0.0.1/x">`);
  await popup.waitForSelector('.verdict.found');
  await openAll(popup);
  await clickByText(popup, '.care button', '复制结果');
  await clickByText(popup, 'header button', 'English');
  await popup.close();
  await page.bringToFront();
  await select(page, '#a');
  await askByPopup(session, page);
  await cardSays(page, 'may cross a line');
  const opened = session.browser.waitForTarget((target) => target.url().includes('/workspace.html'));
  await clickInCard(page, 'Open in workspace');
  await (await (await opened).asPage()).waitForSelector('#result[aria-busy="false"] .verdict.found');
  await session.browser.close();
  server.close();
  events = (JSON.parse(readFileSync(logFile, 'utf8')) as { events: LogEvent[] }).events;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the log records: it holds the request of the test page', () => {
  expect(events.filter(({ params }) => params?.url?.includes('/control')).length).toBeGreaterThan(0);
});

it('no request comes from the extension, and nothing asks for a host named in the message', () => {
  const ours = events.filter(({ params }) => params?.initiator?.includes(extensionId));
  expect(ours.filter(({ params }) => !params?.url?.startsWith(`chrome-extension://${extensionId}/`))).toEqual([]);
  expect(events.filter(({ params }) => `${params?.url} ${params?.host}`.includes('example.com'))).toEqual([]);
});
