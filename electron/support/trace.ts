// What was seen in a text and where: before it is looked up in the catalogue a trace, after that a finding. Types only.
import type { CatalogueEntry, TraceKind } from './catalogue-schema.ts';

export interface Finding {
  readonly entry: CatalogueEntry;
  readonly kind: TraceKind;
  /** Where it stands in `text`, which is the cleaned text or that with its lines joined. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

export interface Trace {
  readonly kind: Exclude<TraceKind, 'says'>;
  readonly trace: string;
  readonly text: string;
  readonly at: number;
  readonly end: number;
}
