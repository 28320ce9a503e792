import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestPage {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves pages by path from this machine; another port is another origin. */
export async function serve(pages: Readonly<Record<string, TestPage>>): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://127.0.0.1').pathname];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page as an HTML file holds it. */
export const html = (body: string, head = ''): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>page</title>${head}<body>${body}`;
