//! The features of the reader, in the order of their buttons in the bar.

import type { Feature } from '../view.ts';
import { aloud } from './aloud/aloud.ts';
import { back } from './back.ts';
import { caret } from './caret.ts';
import { fonts } from './fonts.ts';
import { highlights } from './highlights/highlights.ts';
import { imageSizes } from './image-sizes.ts';
import { leftOut } from './left-out.ts';
import { lightbox } from './lightbox/lightbox.ts';
import { lineFocus } from './line-focus.ts';
import { marginNotes } from './margin-notes.ts';
import { memory } from './memory.ts';
import { nextPage } from './next-page.ts';
import { notePopovers } from './note-popovers.ts';
import { outline } from './outline.ts';
import { pageChanges } from './page-changes.ts';
import { paging } from './paging.ts';
import { paragraphs } from './paragraphs.ts';
import { position } from './position.ts';
import { printing } from './print.ts';
import { progress } from './progress.ts';
import { quiet } from './quiet.ts';
import { save } from './save.ts';
import { typography } from './typography.ts';
import { whole } from './whole.ts';
import { wordMarks } from './word-marks/word-marks.ts';

export const FEATURES: Feature[] = [fonts, caret, whole, imageSizes, paging, outline, aloud, lineFocus, highlights, leftOut, save, printing, typography, lightbox, notePopovers, nextPage, marginNotes, wordMarks, paragraphs, position, memory, pageChanges, progress, quiet, back];
