interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place in a picture: a point, or an area with a size. In pixels of the picture, from its top left corner. */
export interface PicturePlace {
  readonly x: number;
  readonly y: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** Returns what is wrong with a place that is not inside a picture, or not inside the `area` of it that is shown. */
export function areaProblem(
  { x, y, width = 0, height = 0 }: PicturePlace,
  picture: Size,
  area: PicturePlace = { x: 0, y: 0, ...picture },
): { readonly found: string; readonly expected: string } | undefined {
  const isInside = x >= area.x && y >= area.y && x + width <= area.x + (area.width ?? 0) && y + height <= area.y + (area.height ?? 0);
  if (isInside) return undefined;
  const isWhole = area.width === picture.width && area.height === picture.height;
  return {
    found: width === 0 && height === 0 ? `x ${x}, y ${y}` : formatArea({ x, y, width, height }),
    expected: isWhole
      ? `a place inside the picture, which has ${picture.width} × ${picture.height} pixels`
      : `a place inside the step’s focus, ${formatArea(area)}`,
  };
}

function formatArea({ x, y, width = 0, height = 0 }: PicturePlace): string {
  return `x ${x} to ${x + width}, y ${y} to ${y + height}`;
}
