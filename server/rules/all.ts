import {duplicateSection} from './duplicate-section.ts';
import {emptySection} from './empty-section.ts';
import {headingLevel} from './heading-level.ts';
import {leftoverGuidance} from './leftover-guidance.ts';
import {mergeConflict} from './merge-conflict.ts';
import {missingContent} from './missing-content.ts';
import {missingSection} from './missing-section.ts';
import {placeholder} from './placeholder.ts';
import type {Rule} from './rule.ts';
import {sectionOrder} from './section-order.ts';
import {sectionTitle} from './section-title.ts';
import {unmarkedSection} from './unmarked-section.ts';
import {unusedSuppression} from './unused-suppression.ts';
import {wordCount} from './word-count.ts';

/** Every rule, in the order in which fixes are applied: later ones rely on what earlier ones mend. */
export const rules: readonly Rule[] = [
  mergeConflict,
  unmarkedSection,
  headingLevel,
  sectionOrder,
  missingSection,
  duplicateSection,
  emptySection,
  sectionTitle,
  missingContent,
  wordCount,
  leftoverGuidance,
  placeholder,
  unusedSuppression,
];
