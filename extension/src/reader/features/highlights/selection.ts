//! What is selected in the reader's shadow root.

/** Not in every type library yet. */
interface Composed {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}

/** The selected range, if something is selected there. */
export function selectionIn(root: ShadowRoot): Range | undefined {
  const selection = document.getSelection() as (Selection & Composed) | null;
  const found = selection?.getComposedRanges?.({ shadowRoots: [root] })[0] ?? older(root);
  if (found === undefined || found.collapsed || found.startContainer.getRootNode() !== root || found.endContainer.getRootNode() !== root) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

/** Chromium before 137 asks the shadow root. */
function older(root: ShadowRoot & { getSelection?(): Selection | null }): AbstractRange | undefined {
  const selection = root.getSelection?.();
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
}
