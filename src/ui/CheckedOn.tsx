import { mayHaveChanged } from '../knowledge/age';
import { chinaDay } from '../screen/clock';
import { t } from './i18n';

/** When a record was last compared with its source; after a year it says that it may have changed. */
export function CheckedOn({ day }: { day: string }) {
  const isOld = mayHaveChanged(day, chinaDay(new Date()));
  return (
    <>
      {t('lawChecked', day)}
      {isOld && <strong class="may-have-changed"> {t('mayHaveChanged')}</strong>}
    </>
  );
}
