import { PageView } from 'virtual:page-view';
import { defineKind } from '../kind';
import { describePageStep } from '../page/describePageStep';
import type { PageScene } from '../page/scene';
import { compileCallback } from './compile';
import { schema } from './schema';

export default defineKind<PageScene>({ name: 'callback', schema, compile: compileCallback, View: PageView, describe: describePageStep });
