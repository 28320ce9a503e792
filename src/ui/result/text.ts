import type { ExplainedFinding, Explanation } from '../../screen/explain';
import { language, pick, t } from '../i18n';
import { citationOf, sinceOf, stanceOf, verdictSentence, whyOf } from './describe';
import { leadKeys } from './Leads';

function findingAsText(finding: ExplainedFinding, at: number): string {
  const { title, level, passages, law, fact, factCaution, lawful } = finding;
  const lines = [`${at + 1}. ${pick(title)}（${t(`level_${level}`)}）`];
  for (const { quote } of passages) if (quote !== undefined) lines.push(`   「${quote}」`);
  lines.push(`   ${whyOf(finding)}`);
  for (const article of law) {
    const kind = t(`law_${article.kind}`);
    lines.push(
      `   ${stanceOf(finding, article)} ${citationOf(article, language.value === 'en')}（${kind}，${sinceOf(article)}）`,
    );
    lines.push(`   ${t('lawThreshold')}${pick(article.threshold)}`);
  }
  if (fact) lines.push(`   ${t('whatIsTrue')}${pick(fact)}`);
  if (factCaution) lines.push(`   ${t('factCaution')}${pick(factCaution)}`);
  if (lawful) lines.push(`   ${t('lawfulInstead')}${pick(lawful)}`);
  return lines.join('\n');
}

/**
 * The result as plain text, to keep or to send to somebody who helps. Crime articles stay out: without their
 * conditions in view they frighten or accuse.
 */
export function resultAsText(explanation: Explanation): string {
  const { message, verdict, findings, steps, leads, day, readerFailed } = explanation;
  const channels = steps.slice(0, 3).map(({ channel }) => channel);
  const sections = [
    `${t('appName')} · ${verdictSentence(explanation)}`,
    ...leadKeys(leads, message.urgency ?? 'none').map((key) => t(key)),
    t(`verdictNote_${verdict}`),
    readerFailed ? t('readerFailed') : '',
    `${t('messageTitle')}${message.sender ? `（${message.sender}）` : ''}：\n${message.text}`,
    findings.map(findingAsText).join('\n\n'),
    channels.length
      ? `${t('channelsTitle')}：\n${channels.map(({ name, dial, url }) => `- ${[pick(name), dial, url].filter(Boolean).join(' ')}`).join('\n')}`
      : '',
    `${t('careDebt')} ${t('careMind')}\n${t('lawDay', day)} ${t('notAdvice')}`,
  ];
  return sections.filter(Boolean).join('\n\n');
}
