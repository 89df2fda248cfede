import { defineKind } from '../kind';
import { compileImage } from './compile/compileImage';
import { describeImageStep } from './describeImageStep';
import { ImageView } from './ImageView';
import type { ImageScene } from './scene';
import { example, schema } from './schema';

export default defineKind<ImageScene>({
  name: 'image',
  schema,
  example,
  compile: compileImage,
  View: ImageView,
  describe: describeImageStep,
});
