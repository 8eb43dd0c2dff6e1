//! What is selected, be it in the reader's shadow root.

/** Not in every type library yet. */
interface Composed {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}

/** What is selected, or where the caret is. */
export function selected(root: ShadowRoot): AbstractRange | undefined {
  const selection = document.getSelection() as (Selection & Composed) | null;
  return selection?.getComposedRanges?.({ shadowRoots: [root] })[0] ?? older(root);
}

/** The selected range, if something is selected in the shadow root. */
export function selectionIn(root: ShadowRoot): Range | undefined {
  const found = selected(root);
  if (found === undefined || found.collapsed || found.startContainer.getRootNode() !== root || found.endContainer.getRootNode() !== root) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

/** Chromium before 137 asks the shadow root; Firefox before 142 tells it of the document. */
function older(root: ShadowRoot & { getSelection?(): Selection | null }): AbstractRange | undefined {
  const selection = root.getSelection?.() ?? document.getSelection();
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
}
