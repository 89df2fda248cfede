import { PageView } from 'virtual:page-view';
import { defineKind } from '../kind';
import { compilePage } from './compile/compilePage';
import { describePageStep } from './describePageStep';
import type { PageScene } from './scene';
import { example, schema } from './schema/page';

export default defineKind<PageScene>({ name: 'page', schema, example, compile: compilePage, View: PageView, describe: describePageStep });
