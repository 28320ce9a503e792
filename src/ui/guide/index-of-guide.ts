import { knowledge } from '../../knowledge';
import { guidePages } from '../../knowledge/guide';
import { createIndex, type GuideIndex } from './search';

let index: GuideIndex | undefined;

/** The index of everything in the guide, made when it is first asked for. */
export function guideIndex(): GuideIndex {
  index ??= createIndex({ ...knowledge, pages: guidePages });
  return index;
}
