/** Writes the compiled knowledge that every surface imports, and the JSON Schemas that give completion in editors. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { runCommand } from '../src/cli/command';
import { draftSchema } from '../src/knowledge/draft-schema';
import { guidePageSchema } from '../src/knowledge/guide-schema';
import { lprSchema } from '../src/knowledge/lpr-schema';
import * as schema from '../src/knowledge/schema';
import { compileGuide, compileKnowledge } from './knowledge/compile';
import { ROOT, readKnowledge } from './knowledge/read';
import { buildTables } from './tables';

const target = join(ROOT, 'src/knowledge/generated');

const editors = {
  rule: schema.ruleSchema,
  concept: schema.conceptSchema,
  law: schema.instrumentSchema,
  channel: schema.channelSchema,
  guide: guidePageSchema,
  draft: draftSchema,
  lpr: lprSchema,
};

function compile(): void {
  const tables = buildTables();
  const files = readKnowledge();
  const knowledge = compileKnowledge(files, tables);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'tables.json'), JSON.stringify(tables));
  writeFileSync(join(target, 'knowledge.json'), JSON.stringify(knowledge));
  writeFileSync(join(target, 'guide.json'), JSON.stringify(compileGuide(files)));
  writeFileSync(join(target, 'drafts.json'), JSON.stringify(files.drafts.map(({ data }) => data)));

  // Apart from the model, whose characters and sounds only the reader itself needs. How it was made decides nothing.
  const {
    made: _made,
    training: _training,
    ...model
  } = JSON.parse(readFileSync(join(ROOT, 'src/reader/model.json'), 'utf8'));
  writeFileSync(
    join(target, 'reader.json'),
    JSON.stringify({ version: createHash('sha256').update(JSON.stringify(model)).digest('hex').slice(0, 12) }),
  );
  writeFileSync(join(target, 'lpr.json'), JSON.stringify(files.lpr));

  for (const [name, shape] of Object.entries(editors)) {
    const text = JSON.stringify(toJsonSchema(shape, { errorMode: 'ignore' }), null, 2);
    writeFileSync(join(target, `${name}.schema.json`), `${text}\n`);
  }
  console.log(
    `knowledge ${knowledge.version}: ${knowledge.rules.length} rules, ${Object.keys(knowledge.articles).length} articles`,
  );
}

await runCommand('npm run -s knowledge\n    compiles the YAML of src/ into src/knowledge/generated', {}, compile);
