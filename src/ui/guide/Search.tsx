import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Language, language, pick, t } from '../i18n';
import { linkTo } from '../workspace/address';
import type { Entry } from './entries';
import { excerpt } from './excerpt';
import { GuideList } from './GuideList';
import { guideIndex } from './index-of-guide';
import type { Hit } from './search';

/** More than anybody reads. */
const MOST_HITS = 30;

const query = signal('');
/** The place over which the results stand: wherever a result or another link leads, they make way. */
const over = signal<string | undefined>(undefined);

/** Whether results stand over this place of the guide. */
export const isSearching = (at: string): boolean => over.value === at && query.value.trim() !== '';

function hearSlash(focus: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    focus();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** Makes the index while nothing else is to be done. */
function prepareInIdleTime(): () => void {
  const prepare = (deadline: IdleDeadline) => {
    if (!guideIndex().prepare(() => deadline.timeRemaining() < 1)) waiting = requestIdleCallback(prepare);
  };
  let waiting = requestIdleCallback(prepare);
  return () => cancelIdleCallback(waiting);
}

/** The box over every page of the guide. What is being composed by an input method is not yet a word. */
export function SearchBox({ at }: { at: string }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      hearSlash(() => {
        box.current?.focus();
        box.current?.select();
      }),
    [],
  );
  useEffect(prepareInIdleTime, []);
  const search = (text: string) => {
    query.value = text;
    over.value = at;
  };
  return (
    <search class="guide-search">
      <label>
        <span>{t('guideSearch')}</span>
        <input
          ref={box}
          type="search"
          value={query.value}
          placeholder={t('guideSearchHint')}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            if (!event.isComposing) search(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => search(event.currentTarget.value)}
        />
      </label>
      {query.value.trim() && !isSearching(at) && (
        <button type="button" class="link" onClick={() => search(query.value)}>
          {t('guideSearchBack', query.value)}
        </button>
      )}
    </search>
  );
}

const other: Record<Language, Language> = { zh: 'en', en: 'zh' };

/** Why an entry was found: its words, in the language in which they stand. */
function Words({ text, terms }: { text: Entry['text']; terms: Hit['terms'] }) {
  const own = language.value;
  const shown = [own, other[own]].find((each) => excerpt(text[each], terms)) ?? own;
  const pieces = excerpt(text[shown], terms) ?? [{ text: `${text[own].slice(0, 80)}…`, marked: false }];
  return (
    <p class="small" {...(shown !== own && { lang: shown === 'zh' ? 'zh-CN' : 'en' })}>
      {pieces.map(({ text: part, marked }, at) => (marked ? <mark key={at}>{part}</mark> : part))}
    </p>
  );
}

function Found({ hit: { entry, terms } }: { hit: Hit }) {
  const { id, kind, whole, title, text } = entry;
  return (
    <li>
      <span class="tag">{t(`guideKind_${kind}`)}</span>{' '}
      <a
        href={linkTo('guide', ...id.split('/'))}
        onClick={() => {
          // The address may be this one already: then nothing else would happen.
          over.value = undefined;
        }}
      >
        {[pick(whole), pick(title)].filter(Boolean).join(' › ')}
      </a>
      <Words text={text} terms={terms} />
    </li>
  );
}

/** What the query finds, as it is typed. */
export function SearchResults() {
  const hits = guideIndex().search(query.value);
  return (
    <section aria-label={t('guideResults')}>
      <h2>{t('guideResults')}</h2>
      <p role="status">{hits.length > 0 ? t('guideFound', hits.length) : t('guideFoundNone', query.value.trim())}</p>
      {hits.length > 0 ? (
        <ol class="hits">
          {hits.slice(0, MOST_HITS).map((hit) => (
            <Found key={hit.entry.id} hit={hit} />
          ))}
        </ol>
      ) : (
        <GuideList />
      )}
      {hits.length > MOST_HITS && <p class="small">{t('guideFoundMore', MOST_HITS)}</p>}
    </section>
  );
}
