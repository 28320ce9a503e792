import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { knowledge } from '../../../knowledge';
import { draftFiles } from '../../../knowledge/drafts';
import { pick, t } from '../../i18n';
import type { OpenCase } from '../cases';
import { ChooseEntries } from './ChooseEntries';
import { DraftText } from './DraftText';
import { FactsForm } from './FactsForm';
import { keepDraft, takeUp } from './keep';
import { begin, fileOf, work } from './work';

const channelName = (id: string): string => {
  const channel = knowledge.channels[id];
  return channel ? pick(channel.name) : id;
};

/** Complaint drafts: the channel, what goes in, the text, and the way out. */
export function DraftsTab({ held }: { held: OpenCase }) {
  const { id } = held.details;
  /** The case whose kept draft was looked for: before that a new one would take its place. */
  const lookedFor = useSignal<string | undefined>(undefined);
  useEffect(() => {
    void takeUp(held).then(() => (lookedFor.value = id));
    return keepDraft();
  }, [id]);
  const present = work.value?.caseId === id ? work.value : undefined;
  const file = present && fileOf(present.channel);
  const channel = present && knowledge.channels[present.channel];
  if (!present && lookedFor.value !== id) return <p>{t('caseLoading')}</p>;
  return (
    <>
      <p>{t('draftAbout')}</p>
      <fieldset class="urgency">
        <legend>{t('draftChannel')}</legend>
        {draftFiles.map((one) => (
          <label key={one.channel} class="chip">
            <input
              type="radio"
              name="draft-channel"
              checked={one.channel === present?.channel}
              onChange={() => begin(held, one)}
            />
            <span>{channelName(one.channel)}</span>
          </label>
        ))}
      </fieldset>
      {present && file && channel && (
        <>
          <p>{pick(channel.about)}</p>
          <p class="small">
            <strong>{t('prerequisites')}</strong>
            {pick(channel.prerequisites)}
          </p>
          <ChooseEntries held={held} present={present} />
          <FactsForm file={file} present={present} />
          <DraftText held={held} file={file} present={present} />
        </>
      )}
    </>
  );
}
