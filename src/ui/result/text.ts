import { knowledge } from '../../knowledge';
import type { Message, Screening } from '../../screen';
import { language, pick, t } from '../i18n';
import { articlesOf, citationOf, factOf, lawfulInsteadOf, stanceOf, titleOf, verdictSentence, whyOf } from './describe';
import { type FindingGroup, groupFindings } from './groups';
import { leadKeys } from './Leads';

function groupAsText({ first: finding, findings }: FindingGroup, at: number): string {
  const lines = [`${at + 1}. ${titleOf(finding)}（${t(`level_${finding.level}`)}）`];
  for (const { quote } of findings) if (quote !== undefined) lines.push(`   「${quote}」`);
  lines.push(`   ${whyOf(finding)}`);
  for (const article of articlesOf(finding).usual) {
    const kind = t(`law_${article.kind}`);
    lines.push(
      `   ${stanceOf(finding, article)} ${citationOf(article, language.value === 'en')}（${kind}，${t('lawSince', article.from)}）`,
    );
    lines.push(`   ${t('lawThreshold')}${pick(article.threshold)}`);
  }
  const fact = factOf(finding);
  if (fact) lines.push(`   ${t('whatIsTrue')}${fact}`);
  const lawful = lawfulInsteadOf(finding);
  if (lawful) lines.push(`   ${t('lawfulInstead')}${lawful}`);
  return lines.join('\n');
}

/**
 * The result as plain text, to keep or to send to somebody who helps. Crime articles stay out: without their
 * conditions in view they frighten or accuse.
 */
export function resultAsText(message: Message, screening: Screening): string {
  const { verdict, findings, steps, leads, day } = screening;
  const numbered = steps.slice(0, 3).flatMap(({ channel }) => knowledge.channels[channel ?? ''] ?? []);
  const sections = [
    `${t('appName')} · ${verdictSentence(screening)}`,
    ...leadKeys(leads, message.urgency ?? 'none').map((key) => t(key)),
    t(`verdictNote_${verdict}`),
    `${t('messageTitle')}${message.sender ? `（${message.sender}）` : ''}：\n${message.text}`,
    groupFindings(findings).map(groupAsText).join('\n\n'),
    numbered.length
      ? `${t('channelsTitle')}：\n${numbered.map(({ name, dial, url }) => `- ${[pick(name), dial, url].filter(Boolean).join(' ')}`).join('\n')}`
      : '',
    `${t('careDebt')} ${t('careMind')}\n${t('lawDay', day)} ${t('notAdvice')}`,
  ];
  return sections.filter(Boolean).join('\n\n');
}
