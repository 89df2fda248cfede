import { PageView } from 'virtual:page-view';
import { defineKind } from '../kind';
import { describePageStep } from '../page/describePageStep';
import type { PageScene } from '../page/scene';
import { compileSso } from './compile';
import { schema } from './schema';

export default defineKind<PageScene>({ name: 'sso', schema, compile: compileSso, View: PageView, describe: describePageStep });
