import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseRecord } from '../src/cli/record';

export interface Sample {
  readonly id: string;
  readonly line: string;
  readonly text: string;
}

/** The sample messages, as the command line takes them. */
export function readSamples(): Sample[] {
  return readFileSync(join(import.meta.dirname, 'messages.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, message } = parseRecord(line);
      return { id: String(id), line, text: message.text };
    });
}

const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const PAGE_STYLE =
  'body{max-width:34em;margin:2em auto;padding:0 1em;font:16px/1.7 system-ui,sans-serif;background:#eef0f2;color:#222}' +
  'p{padding:.8em 1em;border-radius:12px;background:#fff}h1{font-size:1.2em}';

/** Serves a page that shows the samples like a message app. */
export async function servePage(samples: readonly Sample[]): Promise<{ server: Server; url: string }> {
  const bubbles = samples.map(({ id, text }) => `<p id="${asHtml(id)}">${asHtml(text)}</p>`).join('');
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>短信示例</title><style>${PAGE_STYLE}</style><h1>短信示例：选中一条，按右键，点“用催收鉴检查所选文字”</h1>${bubbles}`;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
