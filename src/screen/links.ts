import type { RoutingFile } from '../knowledge/routing-schema';

/**
 * `official` and `local` are courts' own; `seen` was used by courts without being theirs; `listed` is another public
 * service that this project names. None of them proves who sent the message.
 */
export const HOST_KINDS = ['official', 'local', 'seen', 'listed', 'unknown'] as const;
export type HostKind = (typeof HOST_KINDS)[number];

export interface Link {
  /** The host that a browser would really open, in ASCII and lower case, with a port where one is named. */
  readonly host: string;
  readonly kind: HostKind;
  /** The end of a host that only looks like a known one: whose site it really is. */
  readonly real?: string;
}

/** More hosts than these are not listed: a message has one or two, a pasted page may have thousands. */
const MOST_LINKS = 8;
const END_OF_LINK = /[\s"'<>[\]{}|\\^`，。；！？、（）【】《》“”「」]/;
const END_OF_HOST = /[/?#\\]/;
const BARE = /[a-z0-9.:-]/;
const EDGES = '.:-';
const SCHEMES = ['https://', 'http://'];
/** Tops of hosts written without `http`: others are too often an abbreviation or a file name. */
const TOPS = 'com cn net org gov top xyz cc vip me info app link club site ltd shop wang icu ink fun live'.split(' ');
/** Second levels under `.cn` and others that belong to nobody. */
const SHARED = ['com', 'net', 'org', 'gov', 'edu', 'ac'];

/**
 * The hosts of all links in a message, as a browser would read them; nothing is opened.
 *
 * @param text the message as received
 * @param known hosts met in court messages, and hosts that may be linked
 * @returns each host once, in the order of the message, at most eight
 */
export function linksIn(text: string, known: Pick<RoutingFile, 'courtHosts' | 'hosts'>): Link[] {
  const written = widthless(text).toLowerCase();
  const hosts = new Set<string>();
  for (let at = 0; at < written.length && hosts.size < MOST_LINKS; ) {
    const scheme = SCHEMES.find((name) => written.startsWith(name, at));
    const { host, end } = scheme ? linkAt(written, at + scheme.length) : bareAt(written, at);
    if (host) hosts.add(host);
    at = end;
  }
  return [...hosts].map((host) => classify(host, known));
}

/**
 * Full-width letters, digits and signs in their usual width, as a browser reads them too; and without what nobody sees:
 * marks that turn the direction of writing make one host look like another.
 */
const widthless = (text: string): string =>
  text.replace(/\p{Cf}/gu, '').replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

interface Found {
  readonly host?: string | undefined;
  /** Where to go on reading. */
  readonly end: number;
}

/** @param start after the scheme */
function linkAt(text: string, start: number): Found {
  let end = start;
  while (end < text.length && !END_OF_LINK.test(text[end] as string)) end++;
  let authority = text.slice(start, end);
  const slash = authority.search(END_OF_HOST);
  if (slash >= 0) authority = authority.slice(0, slash);
  return { host: parsed(cutProse(authority)), end };
}

/** Chinese words that follow a host without a space are no part of it, unless the host itself ends in Chinese. */
function cutProse(authority: string): string {
  const last = authority.slice(authority.lastIndexOf('.') + 1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the border of ASCII is meant
  const foreign = last.search(/[^\u0000-\u007f]/);
  return foreign > 0 ? authority.slice(0, authority.length - last.length + foreign) : authority;
}

function bareAt(text: string, start: number): Found {
  if (!BARE.test(text[start] as string)) return { end: start + 1 };
  let end = start;
  while (end < text.length && BARE.test(text[end] as string)) end++;
  const written = trimmed(text, start, end);
  const mail = text[start - 1] === '@' || text[end] === '@';
  if (mail || !written.includes('.')) return { end };
  const [name = '', port] = written.split(':');
  const top = name.slice(name.lastIndexOf('.') + 1);
  const address = /^\d{1,3}(\.\d{1,3}){3}$/.test(name) && (port !== undefined || text[end] === '/');
  return { host: TOPS.includes(top) || top.startsWith('xn--') || address ? parsed(written) : undefined, end };
}

/** Without the signs at either end, which belong to the sentence. */
function trimmed(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (from < to && EDGES.includes(text[from] as string)) from++;
  while (to > from && EDGES.includes(text[to - 1] as string)) to--;
  return text.slice(from, to);
}

/** What a browser makes of it: user names before `@` fall away, other scripts become `xn--`. */
function parsed(authority: string): string | undefined {
  try {
    return new URL(`http://${authority}`).host || undefined;
  } catch {
    return undefined;
  }
}

function classify(host: string, { courtHosts, hosts }: Pick<RoutingFile, 'courtHosts' | 'hosts'>): Link {
  const name = host.replace(/:\d+$/, '');
  const under = (tops: readonly string[]) => tops.some((top) => name === top || name.endsWith(`.${top}`));
  if (under(courtHosts.official)) return { host, kind: 'official' };
  if (under(courtHosts.local)) return { host, kind: 'local' };
  if (under(courtHosts.seen)) return { host, kind: 'seen' };
  if (hosts.includes(name)) return { host, kind: 'listed' };
  const alike = [...courtHosts.official, ...courtHosts.local, ...hosts];
  const looks = name.includes('xn--') || alike.some((known) => shape(name).includes(shape(known)));
  return { host, kind: 'unknown', ...((looks || likeNumber(name)) && { real: owner(name) }) };
}

/** Characters that are easily taken for one another, made equal; `www.` says nothing. */
const shape = (name: string): string =>
  name
    .replace(/^www\./, '')
    .replace(/[li]/g, '1')
    .replace(/o/g, '0')
    .replace(/-/g, '.');

/** A public number such as 96110 or 12368 written with letters, or set into a host that is not its own. */
const likeNumber = (name: string): boolean =>
  /(?<!\d)(96110|123\d\d|12110)(?!\d)/.test(shape(name)) && !/^\d+$/.test(name);

/** The part of a host that somebody registered: whose site it is. */
function owner(name: string): string {
  const labels = name.split('.');
  const shared = labels.length > 2 && SHARED.includes(labels.at(-2) as string) && (labels.at(-1)?.length ?? 0) === 2;
  return labels.slice(shared ? -3 : -2).join('.');
}
