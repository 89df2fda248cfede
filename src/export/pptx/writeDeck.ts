import { readFile, type FileHandle } from 'node:fs/promises';
import { deckParts, PACKAGE_RELATIONSHIPS } from './deckParts';
import { slideSize, type SlideDeck } from './slideDeck';
import { picturePath, slideParts } from './slideParts';
import { writeZip, type ZipEntry } from './writeZip';
import { contentTypesFile, relationshipsFile, xmlFile, type XmlPart } from './xml';

/** Writes a presentation in Office Open XML (ECMA-376, ISO/IEC 29500), as PowerPoint, Keynote and Impress read it. */
export async function writeDeck(file: FileHandle, deck: SlideDeck): Promise<void> {
  await writeZip(file, entriesOf(deck));
}

async function* entriesOf(deck: SlideDeck): AsyncGenerator<ZipEntry> {
  const slides = deck.sections.flatMap((section) => section.slides);
  const size = slideSize(deck.size);
  const parts: readonly XmlPart[] = [
    ...deckParts(deck),
    ...slides.flatMap((slide, index) => slideParts(slide, index + 1, size, deck.lang)),
  ];
  yield ['[Content_Types].xml', contentTypesFile(parts)];
  yield relationshipsFile('', PACKAGE_RELATIONSHIPS);
  for (const { path, xml, relationships } of parts) {
    yield [path, xmlFile(xml)];
    if (relationships.length > 0) yield relationshipsFile(path, relationships);
  }
  for (const [index, { picture }] of slides.entries()) yield [picturePath(index + 1), await readFile(picture)];
}
