//! The playground: a page and its article side by side, and why the one became the other.

import { download, fileName } from '../../extension/src/platform/download.ts';
import { adopt } from '../../extension/src/pages/page.ts';
import type { Format, ReadOptions } from '../../extension/src/engine/engine.ts';
import { element } from '../../extension/src/reader/dom.ts';
import theme from '../../extension/src/reader/styles/theme.css';
import { fromHash, toHash, withChosen } from './choices.ts';
import { candidates, explain, start, written } from './engine.ts';
import type { Costs, Explanation } from './explanation.ts';
import { watchForPages } from './files.ts';
import { inspected } from './inspector.ts';
import { PageFrame } from './page-frame.ts';
import { blockOption, exports, legend, metadata, sliders, times } from './panels.ts';
import rules from './playground.css';
import { ReaderPane } from './reader-pane.ts';
import { top, type Sample } from './top.ts';

const TYPES: Record<Format, [ending: string, type: string]> = {
  markdown: ['md', 'text/markdown'], html: ['html', 'text/html'], text: ['txt', 'text/plain'], epub: ['epub', 'application/epub+zip'],
};

adopt(theme, rules);
const choices = fromHash(location.hash);
const samples = await (await fetch('samples/index.json')).json() as Sample[];

/** The page as it was captured, and how it is read; then what came of it. */
let captured = '';
let options: ReadOptions = {};
let shipped: Costs | undefined;
let explanation: Explanation | undefined;
/** The chosen block stays while the pointer moves elsewhere. */
let pinned = false;

const bar = top(samples, choices, {
  sample: name => void openSample(name),
  page: (html, name) => void open(html, name),
  theme: name => { choices.theme = name; reader.wear(name); remember(); },
  layout: on => { choices.layout = on; read(); },
  link: () => void navigator.clipboard.writeText(location.href).then(() => say('The link is copied. It carries the settings, not the page.')),
});
const frame = new PageFrame(element('iframe', { title: 'The page', sandbox: 'allow-same-origin' }), (block, stay) => choose(block, stay, false));
const readerHost = element('div', { class: 'reader', tabindex: 0, role: 'group', 'aria-label': 'The article' });
const reader = new ReaderPane(readerHost, (source, stay) => {
  const block = explanation?.blocks.findIndex(each => each.element === source) ?? -1;
  if (block >= 0) choose(block, stay, false);
});
const blocks = element('select', { class: 'blocks', size: 10, 'aria-label': 'Blocks, in document order' });
blocks.addEventListener('input', () => choose(blocks.selectedIndex, true, true));
const panels = {
  block: element('div', { id: 'block' }),
  legend: element('div'),
  costs: element('div'),
  metadata: element('div'),
  times: element('div'),
};

document.body.append(bar.node, element('main', {},
  element('section', { 'aria-labelledby': 'page-heading' }, element('h2', { id: 'page-heading' }, 'Page'), frame.frame),
  element('section', { 'aria-labelledby': 'reader-heading' }, element('h2', { id: 'reader-heading' }, 'Reader'), readerHost),
  element('section', { class: 'why', id: 'why', 'aria-labelledby': 'why-heading', tabindex: 0 },
    element('h2', { id: 'why-heading' }, 'Why'),
    element('div', {}, blocks, panels.legend),
    element('div', {}, panels.block),
    part('What choices cost', panels.costs),
    part('Metadata', panels.metadata),
    part('Time', panels.times),
    part('Save the article', exports(format => void save(format))))));
watchForPages((html, name) => void open(html, name));
reader.wear(choices.theme);
await start();
await openSample(samples.some(({ name }) => name === choices.sample) ? choices.sample : samples[0]?.name ?? '');

function part(title: string, content: Node): HTMLElement {
  return element('details', { open: true }, element('summary', {}, title), content);
}

async function openSample(name: string): Promise<void> {
  const sample = samples.find(each => each.name === name);
  if (sample === undefined) return;
  choices.sample = name;
  bar.samples.value = name;
  bar.url.value = sample.url;
  await show(await (await fetch(`samples/${name}.html`)).text(), sample.title);
}

/** Opens a page that the person brought. */
async function open(html: string, name: string): Promise<void> {
  choices.sample = '';
  bar.samples.value = '';
  if (bar.url.value === '' || samples.some(({ url }) => url === bar.url.value)) bar.url.value = '';
  await show(html, name);
}

async function show(html: string, name: string): Promise<void> {
  captured = await frame.show(html);
  options = {};
  pinned = false;
  read();
  bar.status.dataset['page'] = name;
}

/** Reads the page, as it is chosen now, and shows all that is to be said. */
function read(): void {
  const facts = choices.layout ? frame.facts(candidates(captured)) : undefined;
  const url = bar.url.value;
  shipped ??= explain('', '', undefined, {}, undefined).costs;
  explanation = explain(captured, url, facts, options, withChosen(shipped, choices.costs));
  const { article, error, blocks: found, stages } = explanation;
  reader.show(article ?? `There is no article: ${error ?? ''}.`, url);
  frame.mark(explanation);
  const known = explanation;
  blocks.replaceChildren(...found.map((block, index) => blockOption(known, block, index)));
  panels.legend.replaceChildren(legend(explanation));
  panels.metadata.replaceChildren(metadata(explanation));
  panels.times.replaceChildren(times(explanation));
  if (panels.costs.childElementCount === 0) showSliders();
  choose(-1, false, false);
  const kept = found.filter(({ removal }) => removal === null).length;
  const verdict = article === null ? 'No article' : article.readable ? 'Readable' : 'Not readable, read anyway';
  say(`${verdict}: ${kept} of ${found.length} blocks kept, in ${(stages.at(-1)?.[1] ?? 0).toFixed(1)} ms.`);
  remember();
}

function showSliders(): void {
  if (explanation === undefined) return;
  panels.costs.replaceChildren(sliders(explanation.costs, (name, value) => {
    choices.costs[name] = value;
    read();
  }, () => {
    choices.costs = {};
    panels.costs.replaceChildren();
    read();
  }));
}

/** Shows why a block stayed or went: for good when it was clicked on or chosen, else until another is pointed at. */
function choose(index: number, stay: boolean, scroll: boolean): void {
  if (explanation === undefined || (pinned && !stay)) return;
  pinned = stay;
  panels.block.replaceChildren(inspected(explanation, index, {
    path: source => frame.path(source),
    read: change => { options = change(options); pinned = false; read(); },
  }));
  blocks.selectedIndex = index;
  const block = explanation.blocks[index];
  if (block === undefined) return;
  frame.choose(block, scroll);
  reader.choose(block.element, scroll || stay);
}

async function save(format: Format): Promise<void> {
  const article = explanation?.article;
  if (!article) return say('There is no article to save.');
  const [ending, type] = TYPES[format];
  download(fileName(article.metadata.title, ending), type, await written(article, format));
}

/** Keeps the address's settings those that are chosen. */
function remember(): void {
  history.replaceState(null, '', `${location.pathname}${location.search}${toHash(choices)}`);
}

function say(words: string): void {
  bar.status.textContent = words;
}
