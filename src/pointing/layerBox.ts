import type { PointingScreen } from '../core/pointing';

/** The box that a layer covers, in CSS pixels. */
export interface LayerBox {
  readonly width: number;
  readonly height: number;
  /** Pixels of a unit of the stage. */
  readonly unit: number;
}

/** Returns the box of the stage, which is undefined while it has no size, and what other windows need to draw the same. */
export function measureStage(stage: HTMLElement): { readonly box: LayerBox | undefined; readonly screen: PointingScreen } {
  const style = getComputedStyle(stage);
  const unit = Number.parseFloat(style.getPropertyValue('--u-designed')) || 1;
  const { offsetWidth: width, offsetHeight: height } = stage;
  const bar = (stage.parentElement?.offsetHeight ?? height) - height;
  const textScale = (Number.parseFloat(style.getPropertyValue('--u')) || unit) / unit;
  const rows = stage.querySelector('.window--terminal .xterm-rows');
  const rowStyle = rows && getComputedStyle(rows);
  const [font, row] = ['font-size', '--row'].map((name) => Number.parseFloat(rowStyle?.getPropertyValue(name) ?? '') / unit);
  return {
    box: width > 0 && height > 0 ? { width, height, unit } : undefined,
    screen: {
      width: width / unit,
      height: height / unit,
      bar: bar / unit,
      textScale,
      ...(font! > 0 && row! > 0 && { terminal: { font: font!, row: row! } }),
    },
  };
}
