import { expect, it } from 'vitest';
import { knowledge } from '../../knowledge';
import { groupLaw } from './law-list';

const all = Object.values(knowledge.articles);
const { now, other } = groupLaw(all, '2026-11-22');

it('shows every article once, under its own instrument', () => {
  const shown = [...now, ...other].flatMap(({ full, articles }) => {
    for (const article of articles) expect(article.full).toBe(full);
    return articles.map(({ id }) => id);
  });
  expect(shown.sort()).toEqual(all.map(({ id }) => id).sort());
});

it('keeps what is replaced apart, and follows the day', () => {
  const names = (groups: typeof now) => groups.map(({ full }) => full);
  const [old] = names(other).filter((full) => full.includes('治安管理处罚法'));
  expect(names(now)).not.toContain(old);
  const before = groupLaw(all, '2025-06-01');
  expect(names(before.now)).toContain(old);
  expect(names(before.other)).toContain(names(now).find((full) => full.includes('治安管理处罚法')));
});

it('statutes come first, rules that are not law later, crimes last', () => {
  const kinds = now.filter(({ articles: [{ crime }] }) => !crime).map(({ articles: [{ kind }] }) => kind);
  expect(kinds[0]).toBe('statute');
  expect(kinds.at(-1)).toBe('self-regulatory');
  expect(now.at(-1)?.articles[0].crime).toBe(true);
});
