//! Whether a value that was stored, imported or sent is an article: all the way down, so that the reader and what writes
//! files can count on it.

import { isBoolean, isCount, isNumber, isString, listOf, maybe, oneOf, shaped, tuple, variant, type Check, type Shape } from '../platform/shape.ts';
import type {
  Article, Block, Body, Candidate, Cell, Definition, Direction, Embed, Image, Inline, Item, MathFormula, MathNode, Media, Metadata, Note, PageKind, Removed,
  Row, Style, Tone,
} from './article.ts';

/** Whether it is one. Nesting that is deeper than the stack is nothing that an engine has written. */
export function isArticle(value: unknown): value is Article {
  try {
    return ARTICLE(value);
  } catch {
    return false;
  }
}

/** Each kind's own properties. */
type Kinds<Union extends { kind: string }> = { [Kind in Union['kind']]: Shape<Omit<Extract<Union, { kind: Kind }>, 'kind'>> };

function kinds<Union extends { kind: string }>(shapes: Kinds<Union>): Check {
  return variant(Object.fromEntries(Object.entries<Record<string, Check>>(shapes).map(([kind, shape]) => [kind, shaped(shape)])));
}

const DIRECTION = oneOf<Direction>('ltr', 'rtl');
/** These two call others that are made further down, which call these. */
const BLOCKS: Check = listOf(value => BLOCK(value));
const INLINES: Check = listOf(value => INLINE(value));

const IMAGE_SHAPE: Shape<Image> = {
  src: isString, candidates: listOf(tuple(isString, isNumber)), alt: isString, width: isNumber, height: isNumber, href: maybe(isString),
};
const IMAGE = shaped(IMAGE_SHAPE);

const MATH_NODE: Check = shaped({
  name: isString, attrs: listOf(tuple(isString, isString)), text: isString, children: listOf(value => MATH_NODE(value)),
} satisfies Shape<MathNode>);

const MATH_SHAPE: Shape<MathFormula> = { tree: maybe(MATH_NODE), tex: maybe(isString), image: maybe(IMAGE), label: maybe(isString) };

const INLINE = kinds<Inline>({
  text: { text: isString },
  styled: {
    style: oneOf<Style>('emphasis', 'strong', 'code', 'keyboard', 'sample', 'variable', 'subscript', 'superscript', 'highlight', 'deleted', 'inserted',
      'small', 'quotation', 'citation', 'definition', 'underline'),
    content: INLINES,
  },
  link: { href: isString, content: INLINES },
  break: {},
  image: IMAGE_SHAPE,
  math: MATH_SHAPE,
  ruby: { base: INLINES, reading: INLINES },
  abbreviation: { title: isString, content: INLINES },
  time: { datetime: isString, content: INLINES },
  span: { lang: maybe(isString), dir: maybe(DIRECTION), content: INLINES },
  anchor: { id: isString },
  'note-reference': { note: isString, label: isString },
});

const ITEM = shaped({ value: maybe(isNumber), checked: maybe(isBoolean), blocks: BLOCKS } satisfies Shape<Item>);
const DEFINITION = shaped({ term: isBoolean, blocks: BLOCKS } satisfies Shape<Definition>);
const CELL = shaped({
  header: isBoolean, columns: isCount, rows: isCount, align: oneOf<Cell['align']>('start', 'center', 'end'), blocks: BLOCKS,
} satisfies Shape<Cell>);
const ROW = shaped({ head: isBoolean, cells: listOf(CELL) } satisfies Shape<Row>);
const MEDIA: Shape<Media> = {
  audio: isBoolean, sources: listOf(tuple(isString, isString)), poster: maybe(isString), tracks: listOf(tuple(isString, isString, isString)), caption: INLINES,
};
const EMBED: Shape<Embed> = {
  form: oneOf<Embed['form']>('video', 'audio', 'post', 'map', 'code', 'other'), provider: isString, url: isString, frame: maybe(isString), title: isString,
  author: isString, date: isString, blocks: BLOCKS,
};

const BODY = kinds<Body>({
  paragraph: { content: INLINES },
  heading: { level: level => isCount(level) && level >= 1 && level <= 6, content: INLINES },
  figure: { images: listOf(IMAGE), caption: INLINES },
  media: MEDIA,
  list: { ordered: isBoolean, start: maybe(isNumber), items: listOf(ITEM) },
  definitions: { items: listOf(DEFINITION) },
  quote: { blocks: BLOCKS, cite: INLINES },
  code: { text: isString, language: maybe(isString) },
  verse: { content: INLINES },
  table: { caption: INLINES, rows: listOf(ROW) },
  math: MATH_SHAPE,
  rule: {},
  details: { summary: INLINES, blocks: BLOCKS },
  callout: { tone: oneOf<Tone>('note', 'tip', 'important', 'warning', 'danger'), title: INLINES, blocks: BLOCKS },
  embed: EMBED,
  post: { author: isString, time: isString, depth: isCount, blocks: BLOCKS },
  seam: { page: isCount, url: isString },
});

const BLOCK = shaped({ element: maybe(isCount), id: maybe(isString), lang: maybe(isString), dir: maybe(DIRECTION), body: BODY } satisfies Shape<Block>);

const METADATA = shaped({
  title: isString, byline: listOf(isString), published: maybe(isString), modified: maybe(isString), siteName: maybe(isString), excerpt: maybe(isString), standfirst: maybe(isString),
  lang: maybe(isString), dir: DIRECTION, leadImage: maybe(isString), section: maybe(isString), tags: listOf(isString), canonical: maybe(isString),
  sources: listOf(tuple(isString, isString)),
} satisfies Shape<Metadata>);

const ARTICLE = shaped({
  metadata: METADATA,
  kind: oneOf<PageKind>('article', 'documentation', 'thread', 'listing', 'product', 'recipe', 'other'),
  readable: isBoolean,
  blocks: BLOCKS,
  notes: listOf(shaped({ id: isString, label: isString, blocks: BLOCKS } satisfies Shape<Note>)),
  comments: BLOCKS,
  length: shaped({ words: isCount, minutes: isCount }),
  candidates: listOf(shaped({ element: isCount, relation: oneOf<Candidate['relation']>('wider', 'narrower', 'other'), words: isCount } satisfies Shape<Candidate>)),
  removed: listOf(shaped({
    element: isCount, stage: oneOf<Removed['stage']>('prune', 'select', 'clean', 'build'), reason: isString, text: isString,
  } satisfies Shape<Removed>)),
  nextPage: maybe(isString),
} satisfies Shape<Article>);
