import { firstDirection } from '../../core/direction';
import type { Size } from '../options';
import type { Slide } from './slideDeck';
import { escapeXml, NAMESPACES, type XmlPart } from './xml';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.';

export const MASTER = 'ppt/slideMasters/slideMaster1.xml';
export const LAYOUT = 'ppt/slideLayouts/slideLayout1.xml';
export const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml';

export const slidePath = (number: number): string => `ppt/slides/slide${number}.xml`;
export const picturePath = (number: number): string => `ppt/media/image${number}.png`;
const notesPath = (number: number): string => `ppt/notesSlides/notesSlide${number}.xml`;

/** Returns the parts of a slide, which is counted from 1: itself, and its notes if it has any. */
export function slideParts(slide: Slide, number: number, size: Size, lang: string): readonly XmlPart[] {
  const hasNotes = slide.notes.length > 0;
  const part: XmlPart = {
    path: slidePath(number),
    contentType: `${TYPE}slide+xml`,
    xml: slideXml(slide, size, lang),
    relationships: [
      { type: 'slideLayout', target: LAYOUT },
      { type: 'image', target: picturePath(number) },
      ...(hasNotes ? [{ type: 'notesSlide', target: notesPath(number) }] : []),
    ],
  };
  if (!hasNotes) return [part];
  const notes: XmlPart = {
    path: notesPath(number),
    contentType: `${TYPE}notesSlide+xml`,
    xml: notesXml(slide.notes, lang),
    relationships: [
      { type: 'notesMaster', target: NOTES_MASTER },
      { type: 'slide', target: slidePath(number) },
    ],
  };
  return [part, notes];
}

/** The title is first, so it is read first, and the picture lies over it. ADR 061 */
function slideXml({ title, altText }: Slide, { width, height }: Size, lang: string): string {
  const picture =
    `<p:pic><p:nvPicPr><p:cNvPr id="3" name="Picture" descr="${escapeXml(altText)}"/>` +
    '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>' +
    '<p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>' +
    `<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>';
  return (
    `<p:sld ${NAMESPACES}><p:cSld>${shapeTree(placeholder(2, 'Title', 'type="title"', paragraphs([title], lang)) + picture)}</p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>'
  );
}

function notesXml(notes: readonly string[], lang: string): string {
  const shapes = slideImagePlaceholder('<p:spPr/>') + placeholder(3, 'Notes', 'type="body" idx="1"', paragraphs(notes, lang));
  return `<p:notes ${NAMESPACES}><p:cSld>${shapeTree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}

/** Returns the tree of shapes that slides, notes and their masters have. */
export function shapeTree(shapes: string): string {
  return (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>' +
    `<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`
  );
}

/** Returns a shape with text. Without `properties` it has those of the same placeholder in the layout or master. */
export function placeholder(id: number, name: string, kind: string, text: string, properties = '<p:spPr/>'): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr>${properties}<p:txBody><a:bodyPr/><a:lstStyle/>${text}</p:txBody></p:sp>`
  );
}

/** Returns the shape on a page of notes that shows the slide. */
export function slideImagePlaceholder(properties: string): string {
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>' +
    `<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>${properties}</p:sp>`
  );
}

function paragraphs(texts: readonly string[], lang: string): string {
  return texts
    .map((text) => {
      const direction = firstDirection(text) === 'rtl' ? '<a:pPr algn="r" rtl="1"/>' : '';
      return `<a:p>${direction}<a:r><a:rPr lang="${escapeXml(lang)}"/><a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
    })
    .join('');
}
