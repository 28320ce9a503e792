/** The texts that only the workspace shows: the popup and the card on a page need not carry them. */
import { addTexts } from '../i18n';
import en from '../texts/workspace/en.json';
import zh from '../texts/workspace/zh.json';

addTexts({ zh, en });
