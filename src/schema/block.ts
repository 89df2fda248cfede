import { z } from 'zod';
import { schema as badge } from '../blocks/badge/schema';
import { schema as box } from '../blocks/box/schema';
import { schema as clear } from '../blocks/clear/schema';
import { schema as code } from '../blocks/code/schema';
import { schema as list } from '../blocks/list/schema';
import { schema as log } from '../blocks/log/schema';
import { schema as progress } from '../blocks/progress/schema';
import { schema as rule } from '../blocks/rule/schema';
import { schema as say } from '../blocks/say/schema';
import { schema as shell } from '../blocks/shell/schema';
import { schema as spinner } from '../blocks/spinner/schema';
import { schema as table } from '../blocks/table/schema';
import { schema as text } from '../blocks/text/schema';
import { schema as tree } from '../blocks/tree/schema';

export const blockSchema = z
  .discriminatedUnion('type', [shell, say, box, list, badge, code, text, table, tree, log, progress, rule, clear, spinner])
  .meta({ id: 'block', title: 'Blocks', description: 'One thing a step prints in the terminal; its `type` says what.' });

export type BlockSource = z.output<typeof blockSchema>;
