declare module 'upng-js' {
  interface Image {
    readonly width: number;
    readonly height: number;
  }
  const UPNG: {
    decode(png: ArrayBuffer): Image;
    /** The pixels of each frame. */
    toRGBA8(image: Image): ArrayBuffer[];
    /** @param colours maximum number of colours; 0 keeps all */
    encode(frames: readonly ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer;
  };
  export default UPNG;
}
