import { PageView } from 'virtual:page-view';
import { defineKind } from '../kind';
import { describePageStep } from '../page/describePageStep';
import type { PageScene } from '../page/scene';
import { compileCognito } from './compile';
import { schema } from './schema';

export default defineKind<PageScene>({ name: 'cognito', schema, compile: compileCognito, View: PageView, describe: describePageStep });
