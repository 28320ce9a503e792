import { type TextKey, t } from '../i18n';
import { linkTo } from '../workspace/address';
import { LimitationTool } from './LimitationTool';
import { RateTool } from './RateTool';
import { StageTool } from './StageTool';

const TOOLS = { rate: RateTool, limitation: LimitationTool, stage: StageTool } as const;
type Tool = keyof typeof TOOLS;
const NAMES = Object.keys(TOOLS) as Tool[];

/** The calculators: their list, or the one that the address names. */
export function ToolsView({ path: [wanted] }: { path: readonly string[] }) {
  const chosen = NAMES.find((name) => name === wanted);
  if (!chosen) {
    return (
      <>
        <h2>{t('view_tools')}</h2>
        <p>{t('toolsIntro')}</p>
        <ul class="tool-list">
          {NAMES.map((name) => (
            <li key={name}>
              <a href={linkTo('tools', name)}>{t(`tool_${name}`)}</a>
              <p>{t(`toolAbout_${name}` as TextKey)}</p>
            </li>
          ))}
        </ul>
      </>
    );
  }
  const Chosen = TOOLS[chosen];
  return (
    <>
      <nav class="ways tools" aria-label={t('toolsLabel')}>
        {NAMES.map((name) => (
          <a key={name} href={linkTo('tools', name)} aria-current={name === chosen ? 'page' : undefined}>
            {t(`tool_${name}`)}
          </a>
        ))}
      </nav>
      <h2>{t(`tool_${chosen}`)}</h2>
      <Chosen />
    </>
  );
}
