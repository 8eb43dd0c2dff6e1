//! The page itself, in a frame where nothing runs and nothing is asked of the network; and what became of its parts.

import { serializedPage, type Facts } from '../../extension/src/engine/capture.ts';
import { listedElements } from '../../extension/src/engine/live-elements.ts';
import type { ExplainedBlock, Explanation } from './explanation.ts';
import marks from './marks.css';

export class PageFrame {
  #elements: Element[] = [];
  #blockOf = new Map<Element, number>();
  #marked: Element[] = [];
  #select: (block: number, stay: boolean) => void;

  constructor(readonly frame: HTMLIFrameElement, select: (block: number, stay: boolean) => void) {
    this.#select = select;
  }

  /** Shows a page; resolves to what the engine reads of it. */
  async show(html: string): Promise<string> {
    const loaded = new Promise(resolve => this.frame.addEventListener('load', resolve, { once: true }));
    // The frame's sandbox runs no script, and its policy, inherited from this page, lets nothing be loaded.
    this.frame.srcdoc = html;
    await loaded;
    const page = this.#document();
    const captured = serializedPage(page);
    this.#elements = listedElements(page);
    this.#marked = [];
    const style = page.createElement('style');
    style.textContent = marks;
    page.documentElement.append(style);
    page.addEventListener('mousemove', event => this.#point(event, false));
    page.addEventListener('click', event => {
      event.preventDefault();
      this.#point(event, true);
    });
    return captured;
  }

  /** What layout knows of the elements at these positions. Images are not loaded: where they would come from is not known. */
  facts(positions: number[]): Facts {
    const { innerWidth, devicePixelRatio, scrollX, scrollY } = this.frame.contentWindow ?? window;
    const elements = positions.flatMap(element => {
      const found = this.#elements[element];
      if (found === undefined) return [];
      const { x, y, width, height } = found.getBoundingClientRect();
      const rect: [number, number, number, number] = [x + scrollX, y + scrollY, width, height];
      return [{ element, visible: found.checkVisibility({ visibilityProperty: true }), rect, fontSize: 0, currentSrc: '' }];
    });
    return { viewportWidth: innerWidth, pixelRatio: devicePixelRatio, elements };
  }

  /** Marks what stayed and what was left out. */
  mark({ blocks, removals, elements }: Explanation): void {
    for (const each of this.#marked) for (const name of ['kept', 'left-out', 'chosen']) each.removeAttribute(`data-lectern-${name}`);
    this.#marked = [];
    this.#blockOf.clear();
    // Where the counts differ the numbers name nothing here.
    if (this.#elements.length !== elements) return;
    blocks.forEach(({ element, removal }, index) => {
      const found = this.#elements[element];
      if (found === undefined) return;
      if (!this.#blockOf.has(found)) this.#blockOf.set(found, index);
      if (removal === null) this.#set(found, 'kept', '');
    });
    for (const { element, stage, only_text: onlyText } of removals) {
      const found = this.#elements[element];
      if (found !== undefined && !onlyText) this.#set(found, 'left-out', stage);
    }
  }

  /** Marks one block, and brings it into view where asked to. */
  choose(block: ExplainedBlock, scroll: boolean): void {
    for (const each of this.#marked) each.removeAttribute('data-lectern-chosen');
    const found = this.#elements[block.element];
    if (found === undefined) return;
    this.#set(found, 'chosen', '');
    if (scroll) found.scrollIntoView({ block: 'center' });
  }

  /** An element as a selector would name it, from the body on. */
  path(element: number): string {
    const names: string[] = [];
    for (let at = this.#elements[element]; at !== undefined && at !== null && at.localName !== 'html'; at = at.parentElement ?? undefined) {
      const classes = [...at.classList].slice(0, 2).map(name => `.${name}`).join('');
      names.unshift(at.localName + (at.id === '' ? '' : `#${at.id}`) + classes);
    }
    return names.slice(-5).join(' > ');
  }

  #document(): Document {
    const page = this.frame.contentDocument;
    if (page === null) throw new Error('The browser does not show the page.');
    return page;
  }

  #set(element: Element, name: string, value: string): void {
    element.setAttribute(`data-lectern-${name}`, value);
    this.#marked.push(element);
  }

  #point(event: MouseEvent, stay: boolean): void {
    for (let at = event.target as Element | null; at !== null; at = at.parentElement) {
      const block = this.#blockOf.get(at);
      if (block !== undefined) return this.#select(block, stay);
    }
  }
}
