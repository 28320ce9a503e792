import { t } from '../i18n';

/** The calculators. */
export function ToolsView({ path: _path }: { path: readonly string[] }) {
  return <h2>{t('view_tools')}</h2>;
}
