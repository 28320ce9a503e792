import { renderToString } from 'preact-render-to-string';
import { inChinese } from '../i18n';
import { Report, type ReportFacts } from './Report';
import style from './report.css?inline';

/**
 * The report as a whole HTML document: no script, no link to the outside, and a policy that forbids both. Everything that
 * came from elsewhere is escaped by the renderer.
 */
export function reportDocument(facts: ReportFacts): string {
  const body = inChinese(() => renderToString(<Report {...facts} />));
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>催收联系记录整理</title>
<style>${style}</style></head><body>${body}</body></html>`;
}
