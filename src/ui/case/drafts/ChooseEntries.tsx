import { mayBeChosen, ownWords } from '../../../case/draft';
import { type Content, current } from '../../../case/types';
import { pick, t } from '../../i18n';
import type { OpenCase } from '../cases';
import { callWords, timeInWords } from '../words';
import { takeIn } from './keep';
import { change, choose, chooseFinding, keyOf, loaded, quoteOwn, type Work } from './work';

function Findings({ id, present }: { id: string; present: Work }) {
  const findings = (loaded.value.get(id)?.screening?.explanation.findings ?? []).filter(mayBeChosen);
  return (
    <ul class="plain">
      {findings.map((finding) => {
        const key = keyOf(finding);
        const isUncertain = finding.level === 'verify' || finding.readerOnly;
        return (
          <li key={key}>
            <label class="tick">
              <input
                type="checkbox"
                checked={present.chosen.get(id)?.includes(key) ?? false}
                onChange={(event) => chooseFinding(id, key, event.currentTarget.checked)}
              />{' '}
              {pick(finding.title)}
              {isUncertain && <span class="small"> {t('draftUncertain')}</span>}
            </label>
          </li>
        );
      })}
    </ul>
  );
}

/** The user's own words in a record stay out unless he wants them in; he sees here what they are. */
function OwnWords({ id, content, present }: { id: string; content: Content; present: Work }) {
  const words = ownWords(content);
  if (!words) return null;
  return (
    <ul class="plain">
      <li>
        <label class="tick">
          <input
            type="checkbox"
            checked={present.quoted.includes(id)}
            onChange={(event) => quoteOwn(id, event.currentTarget.checked)}
          />{' '}
          {t(content.kind === 'call' ? 'draftQuoteNote' : 'draftQuoteSent')} <bdi>「{words}」</bdi>{' '}
          <span class="small">{t('draftQuoteCare')}</span>
        </label>
      </li>
    </ul>
  );
}

/** Which records go in, and which of their findings the user stands behind. */
export function ChooseEntries({ held, present }: { held: OpenCase; present: Work }) {
  const { id: caseId } = held.details;
  const found = held.entries.filter(({ verdict }) => verdict === 'found');
  return (
    <section class="panel">
      <h3>{t('draftEntries')}</h3>
      {held.entries.length === 0 && <p>{t('caseEmpty')}</p>}
      {found.length > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => {
            const ids = found.map(({ id }) => id).filter((id) => !present.chosen.has(id));
            void takeIn(caseId, ids);
          }}
        >
          {t('draftTakeFound', found.length)}
        </button>
      )}
      <ul class="plain scroll">
        {held.entries.map((entry) => {
          const content = current(entry);
          const { at, sender, text, kind, direction } = content;
          const isIn = present.chosen.has(entry.id);
          return (
            <li key={entry.id}>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={isIn}
                  onChange={(event) => {
                    if (event.currentTarget.checked) void takeIn(caseId, [entry.id]);
                    else choose([entry], false);
                  }}
                />{' '}
                <span class="small">
                  {timeInWords(at)} · <bdi>{sender ?? t('entryNoSender')}</bdi>
                  {direction === 'out' && kind === 'message' && ` · ${t('entrySentByMe')}`}
                </span>{' '}
                <bdi>{kind === 'call' ? callWords(content) : text.slice(0, 60)}</bdi>
              </label>
              {isIn && <Findings id={entry.id} present={present} />}
              {isIn && <OwnWords id={entry.id} content={content} present={present} />}
            </li>
          );
        })}
      </ul>
      <label class="tick">
        <input
          type="checkbox"
          checked={present.nightNotAgreed}
          onChange={(event) => change({ nightNotAgreed: event.currentTarget.checked })}
        />{' '}
        {t('draftNight')}
      </label>
    </section>
  );
}
