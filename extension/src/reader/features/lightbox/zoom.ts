//! Looking closer at an image: larger and smaller around a point, and moved about where it is larger than the window.

/** What keys and buttons do with it. */
export interface Zoom {
  /** Whether it is larger than fits. */
  readonly isLarger: boolean;
  /** As large as fits. */
  fit(): void;
  /** A step larger or smaller, around the middle. */
  by(steps: 1 | -1): void;
  /** Moves the eye over it. */
  move(x: number, y: number): void;
}

/** A step of a key or a button, and the largest that an image gets, in sizes that fit. */
const STEP = 1.5;
const LARGEST = 10;

/** How much larger a press makes it, how fast a wheel does, and how far an arrow key moves, in CSS pixels. */
const PRESSED = 2.5;
const WHEEL = 0.002;
const MOVE = 90;

/** A pointer that goes further than this while it is pressed drags, in CSS pixels. */
const DRAGGED = 4;

interface Point { clientX: number; clientY: number }

/** Makes `image` in `stage`, which scrolls, larger and smaller; `leave` is called for a press beside it. */
export function zoomable(stage: HTMLElement, image: HTMLImageElement, leave: () => void): Zoom {
  let scale = 1;
  const middle = (): Point => ({ clientX: stage.clientWidth / 2, clientY: stage.clientHeight / 2 });
  const to = (wanted: number, { clientX, clientY }: Point) => {
    const { left, top, width, height } = image.getBoundingClientRect();
    const next = Math.min(LARGEST, Math.max(1, wanted));
    const size = width / scale * next;
    scale = next;
    stage.toggleAttribute('data-larger', scale > 1);
    image.style.width = scale > 1 ? `${size}px` : '';
    // A larger one of its candidates, where it has any.
    image.sizes = `${Math.ceil(scale * 100)}vw`;
    // What was under the point stays under it.
    const now = image.getBoundingClientRect();
    stage.scrollBy({
      left: now.left + (clientX - left) / width * now.width - clientX,
      top: now.top + (clientY - top) / height * now.height - clientY,
      behavior: 'instant',
    });
  };

  stage.addEventListener('wheel', event => {
    event.preventDefault();
    to(scale * Math.exp(-event.deltaY * WHEEL), event);
  });
  let pressed: { x: number; y: number; dragged: boolean } | undefined;
  stage.addEventListener('pointerdown', ({ clientX: x, clientY: y, pointerType }) => {
    // A finger scrolls by itself.
    pressed = pointerType === 'mouse' ? { x, y, dragged: false } : undefined;
  });
  stage.addEventListener('pointermove', ({ clientX, clientY, buttons }) => {
    if (pressed === undefined || buttons === 0) return;
    const [x, y] = [clientX - pressed.x, clientY - pressed.y];
    if (!pressed.dragged && Math.hypot(x, y) < DRAGGED) return;
    pressed = { x: clientX, y: clientY, dragged: true };
    stage.scrollBy({ left: -x, top: -y, behavior: 'instant' });
  });
  stage.addEventListener('dragstart', event => event.preventDefault());
  stage.addEventListener('click', event => {
    if (pressed?.dragged) return;
    if (event.target !== image) leave();
    else to(scale > 1 ? 1 : PRESSED, event);
  });

  return {
    get isLarger() { return scale > 1; },
    fit: () => to(1, middle()),
    by: steps => to(scale * STEP ** steps, middle()),
    move: (x, y) => stage.scrollBy({ left: x * MOVE, top: y * MOVE, behavior: 'instant' }),
  };
}
