declare module 'upng-js' {
  interface Image {
    readonly width: number;
    readonly height: number;
  }
  const UPNG: {
    decode(png: ArrayBuffer): Image;
    /** The pixels of each frame. */
    toRGBA8(image: Image): ArrayBuffer[];
    /** @param colours at most so many; 0 keeps them all */
    encode(frames: readonly ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer;
  };
  export default UPNG;
}
