import { createHash } from 'node:crypto';
import type { Size } from '../options';
import type { SlideDeck } from './slideDeck';
import { slideSize } from './slideDeck';
import { LAYOUT, MASTER, NOTES_MASTER, placeholder, shapeTree, slideImagePlaceholder, slidePath } from './slideParts';
import { themeXml } from './themeXml';
import { escapeXml, NAMESPACES, type Relationship, type XmlPart } from './xml';

const TYPE = 'application/vnd.openxmlformats-officedocument.';
const CORE_TYPE = 'package.core-properties+xml';

const PRESENTATION = 'ppt/presentation.xml';
const PROPERTIES = 'docProps/core.xml';
const [THEME, NOTES_THEME] = ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml'];

/** What the package itself refers to. */
export const PACKAGE_RELATIONSHIPS: readonly Relationship[] = [
  { type: 'officeDocument', target: PRESENTATION },
  { type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', target: PROPERTIES },
];

/** A page of notes, in EMU: 7.5 × 10 inches. */
const NOTES_SIZE = { width: 6_858_000, height: 9_144_000 };
const MARGIN = 457_200;

/** Ids of slides start at 256, those of masters and layouts at 2³¹, and no two are the same. */
const FIRST_SLIDE_ID = 256;
const MASTER_ID = 2_147_483_648;
const LAYOUT_ID = MASTER_ID + 1;

/** Returns the parts that all slides share. @throws if no slide can have the size of the pictures */
export function deckParts(deck: SlideDeck): readonly XmlPart[] {
  const size = slideSize(deck.size);
  const slideCount = deck.sections.reduce((sum, { slides }) => sum + slides.length, 0);
  const part = (path: string, type: string, xml: string, ...targets: readonly Relationship[]): XmlPart => ({
    path,
    contentType: type === CORE_TYPE ? `application/vnd.openxmlformats-${type}` : `${TYPE}${type}+xml`,
    xml,
    relationships: targets,
  });
  return [
    part(PROPERTIES, CORE_TYPE, propertiesXml(deck)),
    part(
      PRESENTATION,
      'presentationml.presentation.main',
      presentationXml(deck, size),
      { type: 'slideMaster', target: MASTER },
      { type: 'notesMaster', target: NOTES_MASTER },
      { type: 'theme', target: THEME },
      ...Array.from({ length: slideCount }, (_, index) => ({ type: 'slide', target: slidePath(index + 1) })),
    ),
    part(
      MASTER,
      'presentationml.slideMaster',
      masterXml(deck, size),
      { type: 'slideLayout', target: LAYOUT },
      { type: 'theme', target: THEME },
    ),
    part(LAYOUT, 'presentationml.slideLayout', layoutXml(), { type: 'slideMaster', target: MASTER }),
    part(NOTES_MASTER, 'presentationml.notesMaster', notesMasterXml(size), { type: 'theme', target: NOTES_THEME }),
    part(THEME, 'theme', themeXml(deck.theme, deck.palette)),
    part(NOTES_THEME, 'theme', themeXml('light', undefined)),
  ];
}

function presentationXml({ sections }: SlideDeck, { width, height }: Size): string {
  let count = 0;
  const ids = sections.map(({ slides }) => slides.map(() => count++));
  const slideIds = ids.flat().map((index) => `<p:sldId id="${FIRST_SLIDE_ID + index}" r:id="rId${4 + index}"/>`);
  const sectionElements = sections.map(({ title }, index) => {
    const members = ids[index]!.map((slide) => `<p14:sldId id="${FIRST_SLIDE_ID + slide}"/>`);
    const start = `<p14:section name="${escapeXml(title)}" id="${guid(`${index} ${title}`)}">`;
    return `${start}<p14:sldIdLst>${members.join('')}</p14:sldIdLst></p14:section>`;
  });
  return (
    `<p:presentation ${NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="${MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>` +
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>' +
    `<p:sldIdLst>${slideIds.join('')}</p:sldIdLst><p:sldSz cx="${width}" cy="${height}"/>` +
    `<p:notesSz cx="${NOTES_SIZE.width}" cy="${NOTES_SIZE.height}"/>` +
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">' +
    '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">' +
    `${sectionElements.join('')}</p14:sectionLst></p:ext></p:extLst></p:presentation>`
  );
}

/** Returns an id in the form of a GUID that is the same in each export. */
function guid(text: string): string {
  const [, ...groups] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/u.exec(createHash('sha256').update(text).digest('hex').toUpperCase())!;
  return `{${groups.join('-')}}`;
}

/** Without dates, so that the same story gives the same file. */
function propertiesXml({ title, author, lang }: SlideDeck): string {
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title>` +
    `${author === undefined ? '' : `<dc:creator>${escapeXml(author)}</dc:creator>`}` +
    `<dc:language>${escapeXml(lang)}</dc:language></cp:coreProperties>`
  );
}

const PLAIN_MAP = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
  .map((name) => `${name}="${name}"`)
  .join(' ');
const LIGHT_MAP = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" ${PLAIN_MAP}/>`;
const DARK_MAP = `<p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" ${PLAIN_MAP}/>`;
const BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
const EMPTY_PARAGRAPH = '<a:p><a:endParaRPr lang="en"/></a:p>';
const PROMPT = '<a:p><a:r><a:rPr lang="en"/><a:t>Title</a:t></a:r></a:p>';

function box(x: number, y: number, width: number, height: number, more = ''): string {
  return (
    `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${more}</p:spPr>`
  );
}

function levelStyle(size: number): string {
  return (
    `<a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>` +
    '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>'
  );
}

function masterXml({ theme }: SlideDeck, { width, height }: Size): string {
  const title = placeholder(2, 'Title', 'type="title"', PROMPT, box(MARGIN, MARGIN, width - 2 * MARGIN, Math.round(height / 5)));
  return (
    `<p:sldMaster ${NAMESPACES}><p:cSld>${BACKGROUND}${shapeTree(title)}</p:cSld>${theme === 'dark' ? DARK_MAP : LIGHT_MAP}` +
    `<p:sldLayoutIdLst><p:sldLayoutId id="${LAYOUT_ID}" r:id="rId1"/></p:sldLayoutIdLst>` +
    `<p:txStyles><p:titleStyle>${levelStyle(3200)}</p:titleStyle><p:bodyStyle>${levelStyle(2000)}</p:bodyStyle>` +
    `<p:otherStyle>${levelStyle(1800)}</p:otherStyle></p:txStyles></p:sldMaster>`
  );
}

function layoutXml(): string {
  const title = placeholder(2, 'Title', 'type="title"', PROMPT);
  return (
    `<p:sldLayout ${NAMESPACES} type="titleOnly" preserve="1"><p:cSld name="Title behind a picture">${shapeTree(title)}</p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>'
  );
}

/** A page of notes has the slide in its upper half, and below it what the speaker says. */
function notesMasterXml(slide: Size): string {
  const room = { width: NOTES_SIZE.width - 2 * MARGIN, height: NOTES_SIZE.height * 0.4 };
  const scale = Math.min(room.width / slide.width, room.height / slide.height);
  const [width, height] = [Math.round(slide.width * scale), Math.round(slide.height * scale)];
  const image = slideImagePlaceholder(
    box(
      Math.round((NOTES_SIZE.width - width) / 2),
      MARGIN,
      width,
      height,
      '<a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>',
    ),
  );
  const top = height + 2 * MARGIN;
  const text = placeholder(
    3,
    'Notes',
    'type="body" idx="1"',
    EMPTY_PARAGRAPH,
    box(MARGIN, top, room.width, NOTES_SIZE.height - top - MARGIN),
  );
  return (
    `<p:notesMaster ${NAMESPACES}><p:cSld>${BACKGROUND}${shapeTree(image + text)}</p:cSld>${LIGHT_MAP}` +
    `<p:notesStyle>${levelStyle(1400)}</p:notesStyle></p:notesMaster>`
  );
}
