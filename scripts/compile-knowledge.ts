/** Writes the compiled knowledge that every surface imports, and the JSON Schemas that give completion in editors. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as schema from '../src/knowledge/schema';
import { decodeTables } from '../src/screen/tables';
import { compileKnowledge } from './knowledge/compile';
import { ROOT, readKnowledge } from './knowledge/read';
import { buildTables } from './tables';

const target = join(ROOT, 'src/knowledge/generated');
const tables = buildTables();
const knowledge = compileKnowledge(readKnowledge(), decodeTables(tables));
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'tables.json'), JSON.stringify(tables));
writeFileSync(join(target, 'knowledge.json'), JSON.stringify(knowledge));

const editors = {
  rule: schema.ruleSchema,
  concept: schema.conceptSchema,
  law: schema.instrumentSchema,
  channel: schema.channelSchema,
};
for (const [name, shape] of Object.entries(editors)) {
  const text = JSON.stringify(toJsonSchema(shape, { errorMode: 'ignore' }), null, 2);
  writeFileSync(join(target, `${name}.schema.json`), `${text}\n`);
}
console.log(
  `knowledge ${knowledge.version}: ${knowledge.rules.length} rules, ${Object.keys(knowledge.articles).length} articles`,
);
