/** Components for views of kinds, the same as in the built-in kinds. */
export { BidiText } from '../kinds/parts/BidiText';
export { ClickHint } from '../kinds/parts/ClickHint';
export { Field } from '../kinds/parts/Field';
export { InlineText } from '../kinds/parts/InlineText';
export { Logo } from '../kinds/parts/Logo';
export { PageContainer } from '../kinds/parts/PageContainer';
export { Picture } from '../kinds/parts/Picture';
export { ScrollContainer } from '../kinds/parts/ScrollContainer';
export { interpolate, Transition } from '../kinds/parts/Transition';
