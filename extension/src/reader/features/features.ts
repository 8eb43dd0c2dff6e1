//! The features of the reader, in the order of their buttons in the bar.

import type { Feature } from '../view.ts';
import { fonts } from './fonts.ts';
import { typography } from './typography.ts';

export const FEATURES: Feature[] = [fonts, typography];
