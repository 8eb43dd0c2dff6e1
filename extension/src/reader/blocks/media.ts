//! Native video and audio of the article.

import type { BodyOf } from '../../engine/article.ts';
import * as addresses from '../addresses.ts';
import { element } from '../dom.ts';
import { inlines } from '../inline.ts';

/** A player with the browser's own controls; nothing is loaded but what it needs to show its length. */
export function media(body: BodyOf<'media'>): HTMLElement {
  const poster = body.poster === null ? undefined : addresses.resource(body.poster);
  const player = body.audio
    ? element('audio', { controls: true, preload: 'none' })
    : element('video', { controls: true, preload: poster ? 'none' : 'metadata', playsinline: true, poster });
  player.append(...sources(body), ...tracks(body));
  const node = element('figure', { 'data-shape': body.audio ? 'audio' : 'wide' }, player);
  if (body.caption.length > 0) node.append(element('figcaption', {}, inlines(body.caption)));
  return node;
}

function sources(body: BodyOf<'media'>): Node[] {
  return body.sources
    .filter(([address]) => addresses.resource(address) !== undefined)
    .map(([src, type]) => element('source', { src, type: type || undefined }));
}

function tracks(body: BodyOf<'media'>): Node[] {
  return body.tracks
    .filter(([address]) => addresses.resource(address) !== undefined)
    .map(([src, srclang, label]) => element('track', { src, srclang: srclang || undefined, label: label || undefined, kind: 'subtitles' }));
}
