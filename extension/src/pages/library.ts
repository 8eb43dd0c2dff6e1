//! The page of kept articles: the list, and the reader over it. The address behind the `#` names the open article.

import { articleAddress } from '../library/address.ts';
import { imageAddresses } from '../library/article-images.ts';
import { allImages, forgetImages, imagesOf, keep, keepImage, keptArticle, keptArticles, unkeep, type Kept } from '../library/database.ts';
import { counted, interfaceLanguage, text } from '../platform/text.ts';
import { conjunction, minutes, size } from '../reader/dates.ts';
import { element } from '../reader/dom.ts';
import type { Overlay } from '../reader/overlay.ts';
import { inlineText, plainText } from '../reader/plain-text.ts';
import { openReader } from '../reader/reader.ts';
import type { SettingsStore } from '../settings/store.ts';
import { button, openPage } from './page.ts';

/** As many letters of an article stand below its title. */
const BEGINNING = 160;

const settings = await openPage('library');
const search = element('input', { type: 'search', 'aria-label': text('librarySearch'), placeholder: text('librarySearch') });
const count = element('p', { class: 'hint' });
const list = element('ul', { class: 'kept' });
const status = element('div', { class: 'status', role: 'status' });
document.body.append(element('main', {},
  element('h1', {}, text('library')),
  element('div', { class: 'list-head' }, search, count),
  status, list));

let all: Kept[] = [];
/** How many images of each article are kept, and how large they are. */
let images = new Map<string, { count: number; bytes: number }>();
let reader: Overlay | undefined;
search.addEventListener('input', show);
window.addEventListener('hashchange', () => void follow(settings));
// Another tab may have kept something.
document.addEventListener('visibilitychange', () => { if (!document.hidden) void load(); });
await load();
await follow(settings);

async function load(): Promise<void> {
  try {
    all = await keptArticles();
    images = new Map();
    for (const { url, bytes } of await allImages()) {
      const { count, bytes: before } = images.get(url) ?? { count: 0, bytes: 0 };
      images.set(url, { count: count + 1, bytes: before + bytes.byteLength });
    }
    show();
  } catch {
    status.textContent = text('notRead');
  }
}

/** Shows what fits the words that are searched for. */
function show(): void {
  const wanted = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = all.filter(each => wanted.every(word => searchable(each).includes(word)));
  list.replaceChildren(...fits.map(item));
  search.hidden = all.length === 0;
  count.textContent = all.length === 0 ? text('libraryEmpty') : fits.length === 0 ? text('libraryNoMatch') : counted('nArticles', fits.length);
}

function searchable({ url, article }: Kept): string {
  const { title, byline, siteName } = article.metadata;
  return [title, ...byline, siteName, url, ...article.blocks.map(plainText)].join(' ').toLocaleLowerCase();
}

function item(kept: Kept): HTMLElement {
  const { url, article } = kept;
  const { title, byline, siteName, lang, dir } = article.metadata;
  const date = new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: 'medium' }).format(kept.kept);
  const from = siteName || URL.parse(url)?.host || '';
  const told = [from, byline.length > 0 ? conjunction(byline, interfaceLanguage()) : '', minutes(article.length.minutes), text('keptOn', date)];
  const remove = button('remove', () => void takeOut(kept));
  remove.setAttribute('aria-label', `${text('remove')}: ${title}`);
  const of = imageAddresses(article).length;
  const { count: shown, bytes } = images.get(url) ?? { count: 0, bytes: 0 };
  const format = new Intl.NumberFormat(interfaceLanguage());
  const without = button('removeImages', async () => {
    await forgetImages(url);
    await load();
    search.focus();
  }, 'quiet-button');
  without.setAttribute('aria-label', `${text('removeImages')}: ${title}`);
  return element('li', {},
    element('div', { class: 'kept-words' },
      element('h2', { lang: lang ?? undefined, dir }, element('a', { href: `#${encodeURIComponent(url)}` }, title || text('untitled'))),
      element('p', { class: 'beginning', lang: lang ?? undefined, dir }, beginning(kept)),
      element('p', { class: 'hint' }, ...told.filter(Boolean).map(part => element('bdi', {}, part))),
      of === 0 ? null : element('p', { class: 'hint kept-images' }, text('keptImages', format.format(shown), format.format(of), size(bytes)), shown === 0 ? '' : without)),
    remove);
}

function beginning({ article }: Kept): string {
  const first = article.blocks.find(({ body }) => body.kind === 'paragraph');
  const words = first?.body.kind === 'paragraph' ? inlineText(first.body.content) : '';
  return words.length > BEGINNING ? `${words.slice(0, BEGINNING).replace(/\s+\S*$/, '')} …` : words;
}

/** Takes an article out of the list; one press brings it back as it was. */
async function takeOut({ url, article, kept }: Kept): Promise<void> {
  const pictures = await imagesOf(url);
  await unkeep(url);
  const undo = button('undo', async () => {
    await keep(url, article, kept);
    for (const picture of pictures) await keepImage(picture);
    status.replaceChildren();
    await load();
    search.focus();
  });
  status.replaceChildren(element('span', {}, text('removedArticle', article.metadata.title || text('untitled'))), undo);
  await load();
  undo.focus();
}

/** The article that the address names, if it names one that is kept. */
async function named(): Promise<Kept | undefined> {
  const url = decodeURIComponent(location.hash.slice(1));
  return url === '' ? undefined : keptArticle(articleAddress(url));
}

/** Opens the article that the address names, or closes the reader. */
async function follow(store: SettingsStore): Promise<void> {
  const kept = await named().catch(() => undefined);
  const before = reader;
  reader = undefined;
  before?.remove();
  if (kept === undefined) return;
  document.title = kept.article.metadata.title || text('untitled');
  // No page is beneath: the numbers of elements name nothing.
  const report = { engine: 'background', elements: -1, milliseconds: {} } as const;
  const own = (await imagesOf(kept.url)).map(({ src, type, bytes }) => [src, URL.createObjectURL(new Blob([bytes], { type }))] as const);
  const opened = openReader(kept.article, { url: kept.url, images: new Map(own), settings: store, report, options: {}, exit: 'library' });
  reader = opened;
  opened.gone.addEventListener('abort', () => {
    for (const [, address] of own) URL.revokeObjectURL(address);
    document.title = text('library');
    if (reader !== opened) return;
    reader = undefined;
    if (location.hash !== '') history.pushState(null, '', location.pathname);
    void load();
  });
}
