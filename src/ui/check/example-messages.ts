import type { Bilingual } from '../../knowledge/schema';

/** Messages to try, in our own words; one for each verdict and one in disguise. */
export const EXAMPLES: readonly { readonly name: Bilingual; readonly text: string }[] = [
  {
    name: { zh: '威胁告诉家人', en: 'Threat to tell the family' },
    text: '最后通知你一次，今晚八点前不还清，我们就把你欠钱的事告诉你父母和单位领导，让大家都知道你是什么人。',
  },
  {
    name: { zh: '自称法院', en: 'Claims to be a court' },
    text: '我是区法院执行局的，你的案子已经立案，今天下午民警上门抓人，等着坐牢吧。要撤案马上转3000元到我个人账户。',
  },
  {
    name: { zh: '银行的提醒', en: "A bank's reminder" },
    text: '【某银行】您的信用卡已逾期15天，请尽快还款。逾期信息将如实报送征信系统，如仍未还款，我行可能依法提起诉讼。',
  },
  {
    name: { zh: '换字躲检查', en: 'Disguised spelling' },
    text: '再不还就曝你通 讯 录，让你全家不得安 宁。',
  },
];
