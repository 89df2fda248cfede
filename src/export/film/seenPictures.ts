/** Most characters of the pictures that are kept. Movements that repeat have few pictures; of others none is seen again. */
export const MAX_KEPT_LENGTH = 32 * 2 ** 20;

/** Pictures that the page has shown, in base64, by how far its animations were. Takes no more memory the longer a film is. */
export class SeenPictures {
  readonly #pictures = new Map<string, string>();
  #length = 0;

  get(animations: string): string | undefined {
    return this.#pictures.get(animations);
  }

  add(animations: string, picture: string): void {
    if (this.#length + picture.length > MAX_KEPT_LENGTH) this.clear();
    this.#pictures.set(animations, picture);
    this.#length += picture.length;
  }

  clear(): void {
    this.#pictures.clear();
    this.#length = 0;
  }
}
