//! What is taken from the live page where WebAssembly may not run in it: a mirror of `src/capture.rs`.

export interface Capture {
  html: string;
  url: string;
  facts: Facts;
}

/** Layout facts of some elements, in the shape that the engine reads them in. */
export interface Facts {
  viewportWidth: number;
  pixelRatio: number;
  elements: ElementFacts[];
}

export interface ElementFacts {
  element: number;
  visible: boolean;
  rect: [left: number, top: number, width: number, height: number];
  fontSize: number;
  currentSrc: string;
}

/** The page as it is now. The document is only read. */
export function capture(): Capture {
  const { documentElement } = document;
  return {
    html: documentElement.outerHTML,
    url: document.URL,
    facts: { viewportWidth: innerWidth, pixelRatio: devicePixelRatio, elements: [] },
  };
}
