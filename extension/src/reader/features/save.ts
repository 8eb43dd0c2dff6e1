//! Save and export: keep the article in the reading list, copy it, save it as a file. What writes it down is the
//! engine, which the background starts for this only when it is asked.

import { FORMATS, type Format } from '../../engine/engine.ts';
import { articleAddress } from '../../library/address.ts';
import { highlightsInMarkdown } from '../../library/highlights-markdown.ts';
import { loadHighlights } from '../../library/highlights.ts';
import { imageAddresses } from '../../library/article-images.ts';
import { fileImages, LARGEST_IMAGES, type CarriedImage, type Progress } from '../../library/file-images.ts';
import { bytesOf } from '../../platform/base64.ts';
import { copyPage, copyText } from '../../platform/clipboard.ts';
import { download, fileName } from '../../platform/download.ts';
import { imageFile } from '../../platform/image-file.ts';
import { ask, type OwnPage } from '../../platform/messages.ts';
import { interfaceLanguage, text, type MessageName } from '../../platform/text.ts';
import { tick } from '../chrome/controls.ts';
import { size } from '../dates.ts';
import { element, fragment } from '../dom.ts';
import type { View } from '../view.ts';

const NAMES: Record<Format, MessageName> = { markdown: 'formatMarkdown', html: 'formatHtml', text: 'formatText', epub: 'formatEpub' };

/** What a clipboard has no use for is only saved. */
const COPIED = FORMATS.filter(format => format !== 'epub');

/** How each format's file ends, and its media type. */
const FILES: Record<Format, [extension: string, type: string]> = {
  markdown: ['md', 'text/markdown;charset=utf-8'],
  html: ['html', 'text/html;charset=utf-8'],
  text: ['txt', 'text/plain;charset=utf-8'],
  epub: ['epub', 'application/epub+zip'],
};

/** Adds the panel. */
export function save({ article, url, bar, settings, images }: View): void {
  const panel = bar.panel('save', 'save', () => {
    const status = element('p', { class: 'status', role: 'status' });
    const tell = (words: string) => { status.textContent = words; };
    let begun = 0;
    // What was begun earlier may end later: it does not take away what was told of what came after.
    const act = (work: () => Promise<string>) => {
      const own = begun += 1;
      void work().then(words => { if (own === begun) tell(words); }, () => tell(text('saveFailed')));
    };

    const formats = (label: MessageName, offered: readonly Format[], use: (format: Format) => Promise<string>) => (
      element('div', { class: 'choice', role: 'group', 'aria-label': text(label) },
        element('span', { class: 'group-label', 'aria-hidden': 'true' }, text(label)),
        ...offered.map(format => button(NAMES[format], () => act(() => use(format))))));

    return fragment(
      element('h2', { class: 'panel-title' }, text('save')),
      keeping(act),
      formats('copyAs', COPIED, async format => text(await copy(format) ? 'copied' : 'copyFailed')),
      formats('saveAs', FORMATS, async format => {
        const [extension, type] = FILES[format];
        const holds = format === 'html' || format === 'epub';
        const carried = holds && settings.current.saveImages ? await fileImages(article, format, images, progress => tell(toldOf(progress))) : undefined;
        download(fileName(article.metadata.title, extension), type, await written(format, carried?.images));
        return carried === undefined ? '' : toldOf(carried);
      }),
      tick(settings, 'saveImages', 'saveImages'),
      status,
      element('div', { class: 'panel-links' }, own('openLibrary', 'library'), own('openOptions', 'options')));
  });
  panel.classList.add('save-panel');

  /** The button that keeps the article, or takes it out again. */
  function keeping(act: (work: () => Promise<string>) => void): HTMLElement {
    const keep = element('button', { type: 'button', class: 'main-button', disabled: true }, text('keep'));
    let kept = false;
    const show = (now: boolean) => {
      kept = now;
      keep.disabled = false;
      keep.className = kept ? 'plain-button' : 'main-button';
      keep.textContent = text(kept ? 'unkeep' : 'keep');
    };
    keep.addEventListener('click', () => act(async () => {
      const request = kept ? { kind: 'unkeep' as const, url } : { kind: 'keep' as const, url, article };
      show((await ask(request, 'kept')).kept);
      if (kept) await keepImages();
      return kept ? text('kept') : '';
    }));
    act(async () => {
      show((await ask({ kind: 'ask-kept', url }, 'kept')).kept);
      return kept ? text('kept') : '';
    });
    return keep;
  }

  /** One after the other: they are in the browser's cache, and nobody waits. */
  async function keepImages(): Promise<void> {
    for (const src of imageAddresses(article)) {
      await ask({ kind: 'keep-image', url, src, image: await imageFile(src) ?? null }, 'kept');
    }
  }

  async function written(format: Format, carried: CarriedImage[] = []): Promise<Uint8Array<ArrayBuffer>> {
    const { file } = await ask({ kind: 'write', article, format, images: carried }, 'written');
    if (file === null) throw new Error(`not written as ${format}`);
    const bytes = bytesOf(file);
    return format === 'markdown' ? withHighlights(bytes) : bytes;
  }

  /** What the person marked belongs to what they take along. */
  async function withHighlights(markdown: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const marked = highlightsInMarkdown(text('highlights'), await loadHighlights(articleAddress(url)));
    return marked === '' ? markdown : new TextEncoder().encode(`${new TextDecoder().decode(markdown).trimEnd()}\n\n${marked}`);
  }

  async function copy(format: Format): Promise<boolean> {
    const decoder = new TextDecoder();
    const words = decoder.decode(await written(format));
    return format === 'html' ? copyPage(words, decoder.decode(await written('text'))) : copyText(words);
  }

  function own(label: MessageName, page: OwnPage): HTMLElement {
    return button(label, () => void ask({ kind: 'open', page, about: page === 'options' && settings.site !== '' ? `#${encodeURIComponent(settings.site)}` : '' }, 'opened'), 'quiet-button');
  }
}

/** How many images are in the file, and why not all. */
function toldOf({ images, of, full }: Progress): string {
  if (of === 0) return '';
  const format = new Intl.NumberFormat(interfaceLanguage());
  const told = text('savedImages', format.format(images.length), format.format(of));
  return full ? `${told} ${text('savedImagesFull', size(LARGEST_IMAGES))}` : told;
}

function button(label: MessageName, press: () => void, style = 'plain-button'): HTMLButtonElement {
  const node = element('button', { type: 'button', class: style }, text(label));
  node.addEventListener('click', press);
  return node;
}
