//! The article as it crosses from Rust: a mirror of `src/article`, `src/metadata` and `src/error.rs`.
//!
//! Change the Rust side first. A kind that is missing here does not compile in the reader's switches, nor a property in
//! `article-shape.ts`.

export interface Article {
  metadata: Metadata;
  kind: PageKind;
  /** False when the page was not judged to be an article and was read anyway. */
  readable: boolean;
  blocks: Block[];
  notes: Note[];
  comments: Block[];
  length: { words: number; minutes: number };
  candidates: Candidate[];
  removed: Removed[];
  nextPage: string | null;
}

export type PageKind = 'article' | 'documentation' | 'thread' | 'listing' | 'product' | 'recipe' | 'other';

export interface Metadata {
  title: string;
  byline: string[];
  published: string | null;
  modified: string | null;
  siteName: string | null;
  excerpt: string | null;
  /** The summary that the page shows under its headline, where it is not in the body. */
  standfirst?: string;
  lang: string | null;
  dir: Direction;
  leadImage: string | null;
  section: string | null;
  tags: string[];
  canonical: string | null;
  sources: [field: string, source: string][];
}

export type Direction = 'ltr' | 'rtl';

/** What is true of any block, beside its body. */
export interface Block {
  /** The live element it comes from: its position in `document.getElementsByTagName('*')`. */
  element?: number;
  id?: string;
  lang?: string;
  dir?: Direction;
  body: Body;
}

export type Body =
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'heading'; level: number; content: Inline[] }
  | { kind: 'figure'; images: Image[]; caption: Inline[] }
  | ({ kind: 'media' } & Media)
  | { kind: 'list'; ordered: boolean; start: number | null; items: Item[] }
  | { kind: 'definitions'; items: Definition[] }
  | { kind: 'quote'; blocks: Block[]; cite: Inline[] }
  | { kind: 'code'; text: string; language: string | null }
  | { kind: 'verse'; content: Inline[] }
  | { kind: 'table'; caption: Inline[]; rows: Row[] }
  | ({ kind: 'math' } & MathFormula)
  | { kind: 'rule' }
  | { kind: 'details'; summary: Inline[]; blocks: Block[] }
  | { kind: 'callout'; tone: Tone; title: Inline[]; blocks: Block[] }
  | ({ kind: 'embed' } & Embed)
  | { kind: 'post'; author: string; time: string; depth: number; blocks: Block[] }
  | { kind: 'seam'; page: number; url: string };

export type BodyOf<Kind extends Body['kind']> = Extract<Body, { kind: Kind }>;

export interface Item {
  value?: number;
  checked?: boolean;
  blocks: Block[];
}

export interface Definition {
  term: boolean;
  blocks: Block[];
}

export interface Row {
  head: boolean;
  cells: Cell[];
}

export interface Cell {
  header: boolean;
  columns: number;
  rows: number;
  align: 'start' | 'center' | 'end';
  blocks: Block[];
}

export interface MathFormula {
  tree: MathNode | null;
  tex: string | null;
  image: Image | null;
  /** Its number, as the page writes it. Articles of older versions have none. */
  label?: string;
}

export interface MathNode {
  name: string;
  attrs: [name: string, value: string][];
  text: string;
  children: MathNode[];
}

export type Tone = 'note' | 'tip' | 'important' | 'warning' | 'danger';

export interface Media {
  audio: boolean;
  sources: [url: string, type: string][];
  poster: string | null;
  tracks: [url: string, lang: string, label: string][];
  caption: Inline[];
}

export interface Embed {
  form: 'video' | 'audio' | 'post' | 'map' | 'code' | 'other';
  provider: string;
  url: string;
  /** What a frame would load; null when it can only be opened. */
  frame: string | null;
  title: string;
  author: string;
  date: string;
  blocks: Block[];
}

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'styled'; style: Style; content: Inline[] }
  | { kind: 'link'; href: string; content: Inline[] }
  | { kind: 'break' }
  | ({ kind: 'image' } & Image)
  | ({ kind: 'math' } & MathFormula)
  | { kind: 'ruby'; base: Inline[]; reading: Inline[] }
  | { kind: 'abbreviation'; title: string; content: Inline[] }
  | { kind: 'time'; datetime: string; content: Inline[] }
  | { kind: 'span'; lang: string | null; dir: Direction | null; content: Inline[] }
  | { kind: 'anchor'; id: string }
  | { kind: 'note-reference'; note: string; label: string };

export type Style =
  | 'emphasis' | 'strong' | 'code' | 'keyboard' | 'sample' | 'variable' | 'subscript' | 'superscript'
  | 'highlight' | 'deleted' | 'inserted' | 'small' | 'quotation' | 'citation' | 'definition' | 'underline';

export interface Image {
  src: string;
  candidates: [url: string, width: number][];
  alt: string;
  width: number;
  height: number;
  href: string | null;
}

export interface Note {
  id: string;
  label: string;
  blocks: Block[];
}

export interface Candidate {
  element: number;
  relation: 'wider' | 'narrower' | 'other';
  words: number;
}

export interface Removed {
  element: number;
  stage: 'prune' | 'select' | 'clean' | 'build';
  reason: string;
  text: string;
}

/** Why there is no article: `NotReadable` of `src/error.rs`. */
export type NotReadable = 'empty' | 'no-article' | 'listing' | 'too-large';
