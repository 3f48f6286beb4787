// From text to a tree of elements, for files of unknown servers: entities are never expanded, outside files never fetched, nesting
// is limited. Knows no format.
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: its text under `#text`, attributes with `@` before their name, children as lists under their own name. */
export interface XmlElement {
  readonly [name: string]: string | readonly XmlElement[] | undefined;
}

const parser = new XMLParser({
  processEntities: false,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 20,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

export type XmlRead =
  | { readonly kind: 'tree'; readonly root: XmlElement }
  | { readonly kind: 'not-xml' }
  | { readonly kind: 'broken-xml' };

/** Rejects and throws never. */
export function readXml(text: string): XmlRead {
  const start = text.replace(/^\uFEFF/u, '').trimStart();
  if (!/^<[?!a-z_]/iu.test(start)) return { kind: 'not-xml' };
  try {
    if (XMLValidator.validate(start) !== true) return { kind: 'broken-xml' };
    return { kind: 'tree', root: parser.parse(start) as XmlElement };
  } catch {
    return { kind: 'broken-xml' };
  }
}

/** The children of this name, in the file's order. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const children = element?.[name];
  return Array.isArray(children) ? (children as readonly XmlElement[]) : [];
}

const knownEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML itself; all others stay as they are written. */
function withoutEntities(text: string): string {
  return text.replace(/&([a-z]+);/gu, (whole, name: string) => knownEntities[name] ?? whole);
}

/** An element's own text or one of its attributes; empty where there is none. */
export function textOf(element: XmlElement | undefined, attribute?: string): string {
  const value = element?.[attribute === undefined ? '#text' : `@${attribute}`];
  return typeof value === 'string' ? withoutEntities(value).trim() : '';
}
