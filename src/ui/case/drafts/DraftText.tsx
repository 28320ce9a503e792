import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { BLANK } from '../../../case/draft';
import type { DraftFile } from '../../../knowledge/draft-schema';
import { chinaDay } from '../../../screen/clock';
import { CopyButton } from '../../CopyButton';
import { download } from '../../download';
import { pick, t } from '../../i18n';
import { linkTo } from '../../workspace/address';
import { act, failure, type OpenCase } from '../cases';
import { errorText } from '../errors';
import { useFocusAfter } from '../focus';
import { TwiceButton } from '../TwiceButton';
import { kept } from './keep';
import { printText } from './print';
import { change, hasOwnWords, reword, textOf, type Work, work } from './work';

interface Props {
  readonly held: OpenCase;
  readonly file: DraftFile;
  readonly present: Work;
}

/** Ways out; they open only when the user has said that it is true. */
function WaysOut({ held, file, present, text }: Props & { text: string }) {
  /** The draft that was noted as sent: once anything is changed, it is another. */
  const saved = useSignal<Work | undefined>(undefined);
  const isSaved = saved.value === present;
  const isWorking = useSignal(false);
  const link = useRef<HTMLAnchorElement>(null);
  // The button cannot be pressed again until the text was confirmed anew.
  useFocusAfter(isSaved, () => link.current);
  const name = `${file.heading}-${chinaDay(new Date())}`;
  const asWord = async () => {
    try {
      const { textAsDocx } = await import('../../../case/draft/docx');
      download(await textAsDocx(text), `${name}.docx`, document);
    } catch (error) {
      failure.value = errorText(error);
    }
  };
  const keep = async () => {
    isWorking.value = true;
    await act(async (store) => {
      await store.putSent({
        id: crypto.randomUUID(),
        caseId: held.details.id,
        channel: file.channel,
        day: chinaDay(new Date()),
        ticket: '',
        answer: '',
        next: '',
        text,
      });
      // The text may now name this complaint as an earlier one; it must be looked at again.
      change({});
      saved.value = work.value;
    });
    isWorking.value = false;
  };
  const isReady = present.confirmed;
  return (
    <>
      <p class="actions">
        {isReady ? (
          <CopyButton label={t('draftCopy')} text={() => text} />
        ) : (
          <button type="button" class="button" disabled>
            {t('draftCopy')}
          </button>
        )}
        <button type="button" class="button" disabled={!isReady} onClick={asWord}>
          {t('draftWord')}
        </button>
        <button type="button" class="button" disabled={!isReady} onClick={() => printText(text)}>
          {t('draftPrint')}
        </button>
        <button type="button" class="button" disabled={!isReady || isWorking.value} onClick={keep}>
          {t('draftSent')}
        </button>
        <span role="status">
          {isSaved && (
            <a ref={link} href={linkTo('cases', held.details.id, 'sent')}>
              {t('draftSentKept')}
            </a>
          )}
        </span>
      </p>
      <p>{pick(file.afterwards)}</p>
    </>
  );
}

/** The text, its blanks, the checklist, and the confirmation. */
export function DraftText(props: Props) {
  const { held, file, present } = props;
  const text = textOf(present, held);
  const blanks = [...new Set(text.match(BLANK) ?? [])];
  return (
    <section class="panel">
      <h3>{t('draftTitle')}</h3>
      {blanks.length > 0 && (
        <p class="blank-note">
          {t('draftBlanks', blanks.length)} {blanks.join(' ')}
        </p>
      )}
      <textarea
        class="draft-text"
        lang="zh-CN"
        aria-label={t('draftTitle')}
        rows={18}
        value={text}
        onInput={(event) => reword(event.currentTarget.value)}
      />
      <p class="small">
        {t('draftLength', text.length)} <span role="status">{kept.value === present && t('draftKept')}</span>
      </p>
      {present.edits[file.channel] !== undefined && (
        <p class="actions">
          {t('draftEdited')}
          <TwiceButton label={t('draftRewrite')} sure={t('draftRewriteSure')} onConfirm={() => reword(undefined)} />
        </p>
      )}
      <h4>{t('draftChecklist')}</h4>
      {file.checklist.map((item, at) => (
        <label key={item.en} class="tick">
          <input
            type="checkbox"
            checked={present.ticked.includes(at)}
            onChange={(event) =>
              change({
                confirmed: present.confirmed,
                ticked: event.currentTarget.checked
                  ? [...present.ticked, at]
                  : present.ticked.filter((one) => one !== at),
              })
            }
          />{' '}
          {pick(item)}
        </label>
      ))}
      <label class="tick">
        <input
          type="checkbox"
          checked={present.confirmed}
          onChange={(event) => change({ confirmed: event.currentTarget.checked })}
        />{' '}
        <strong>{t('draftTrue')}</strong>
      </label>
      {!present.confirmed && <p class="small">{t('draftConfirmFirst')}</p>}
      <WaysOut {...props} text={text} />
      {hasOwnWords(present, held) ? (
        <p class="blank-note">{t('draftOwnWords')}</p>
      ) : (
        <p class="small">{t('draftNoPromise')}</p>
      )}
    </section>
  );
}
