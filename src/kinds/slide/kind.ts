import { defineKind } from '../kind';
import { compileSlide } from './compile/compileSlide';
import { describeSlide } from './readSlide';
import type { SlideScene } from './scene';
import { schema } from './schema/slide';
import { SlideView } from './SlideView';

export default defineKind<SlideScene>({ name: 'slide', schema, compile: compileSlide, describe: describeSlide, View: SlideView });
