import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Selection } from '../../intake/inbox/types';
import { ChooseCase } from '../case/ChooseCase';
import { act, listCases } from '../case/cases';
import { useFocusAfter } from '../case/focus';
import { mayKeep } from '../case/keeping';
import { t } from '../i18n';
import { linkTo } from '../workspace/address';
import { SAVE_LIMIT, SelectionError, save } from './save';
import { left, overview } from './state';

interface Props {
  readonly selection: Selection;
  readonly label: string;
  readonly disabled?: boolean;
  /** Told when saving begins and when it has ended: what takes this component away meanwhile stops it. */
  readonly onSaving?: (isSaving: boolean) => void;
}

type State =
  | { readonly step: 'choosing' | 'stopped' }
  | { readonly step: 'saving'; readonly done: number; readonly total: number; readonly stop: () => void }
  | { readonly step: 'saved'; readonly caseId: string; readonly added: number; readonly known: number }
  | { readonly step: 'refused'; readonly count: number };

/** Saves a selection to a case that is chosen or begun here. */
export function Save({ selection, label, disabled = false, onSaving }: Props) {
  const state = useSignal<State | undefined>(undefined);
  const isGone = useRef(false);
  // Stopping may take until after whoever left is back.
  useSignalEffect(() => {
    if (!left.value || JSON.stringify(left.value) !== JSON.stringify(selection)) return;
    left.value = undefined;
    if (state.peek()?.step !== 'saving') state.value = { step: 'stopped' };
  });
  // Who leaves takes the only button away that could stop it. One message is saved before anybody would want to.
  useEffect(
    () => () => {
      isGone.current = true;
      const last = state.peek();
      if (last?.step === 'saving' && !selection.id) last.stop();
    },
    [selection.id],
  );
  const begin = async (caseId: string) => {
    left.value = undefined;
    const giveUp = new AbortController();
    const stop = () => giveUp.abort();
    state.value = { step: 'saving', done: 0, total: 1, stop };
    let shown = 0;
    const saving = {
      signal: giveUp.signal,
      onProgress(done: number, total: number) {
        if (giveUp.signal.aborted || performance.now() - shown < 100) return;
        shown = performance.now();
        state.value = { step: 'saving', done, total, stop };
      },
    };
    onSaving?.(true);
    await act(async (store) => {
      try {
        state.value = { step: 'saved', caseId, ...(await save(store, caseId, selection, saving)) };
      } catch (error) {
        if (error instanceof SelectionError) state.value = { step: 'refused', count: error.count };
        else if (giveUp.signal.aborted) {
          state.value = { step: 'stopped' };
          // An inbox that is forgotten takes what was being saved of it along.
          if (isGone.current && overview.peek()) left.value = selection;
        } else {
          state.value = { step: 'choosing' };
          throw error;
        }
      }
    });
    onSaving?.(false);
  };
  const open = async () => {
    if (state.value?.step === 'saving') return;
    state.value = { step: 'choosing' };
    await listCases();
  };
  const now = state.value;
  const button = useRef<HTMLButtonElement>(null);
  // The choice, or the way to stop, had the keyboard.
  useFocusAfter(now?.step, () => button.current);
  if (!mayKeep.value) return <p class="small">{t('keepNotPrivate')}</p>;
  return (
    <div class="inbox-save">
      <button
        ref={button}
        type="button"
        class="button"
        disabled={disabled}
        aria-disabled={now?.step === 'saving'}
        onClick={open}
      >
        {label}
      </button>
      {now?.step === 'choosing' && (
        <ChooseCase onChoose={(id) => void begin(id)} onCancel={() => (state.value = undefined)} />
      )}
      {now?.step === 'saving' && (
        <p class="actions">
          <progress max={now.total} value={now.done} aria-label={t('inboxSaving')} />
          <button type="button" class="button" onClick={now.stop}>
            {t('cancel')}
          </button>
        </p>
      )}
      <p role="status">
        {now?.step === 'saving' && t('inboxSaving')}
        {now?.step === 'stopped' && t('inboxSaveStopped')}
        {now?.step === 'refused' && (now.count ? t('inboxSaveTooMany', now.count, SAVE_LIMIT) : t('inboxSaveNothing'))}
        {now?.step === 'saved' && (
          <>
            {t('inboxSaved', now.added, now.known)} <a href={linkTo('cases', now.caseId)}>{t('caseOpen')}</a>
          </>
        )}
      </p>
    </div>
  );
}
