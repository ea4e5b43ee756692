import {duplicateSection} from './duplicate-section.ts';
import {durationMismatch} from './duration-mismatch.ts';
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
import {tableColumns} from './table-columns.ts';
import {timelineDate} from './timeline-date.ts';
import {timelineEntryLength} from './timeline-entry-length.ts';
import {timelineEntryTime} from './timeline-entry-time.ts';
import {timelineFormat} from './timeline-format.ts';
import {timelineGap} from './timeline-gap.ts';
import {timelineOrder} from './timeline-order.ts';
import {timelineStyle} from './timeline-style.ts';
import {timelineZone} from './timeline-zone.ts';
import {unmarkedSection} from './unmarked-section.ts';
import {unreadText} from './unread-text.ts';
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
  tableColumns,
  leftoverGuidance,
  placeholder,
  timelineFormat,
  timelineEntryTime,
  timelineDate,
  timelineZone,
  timelineOrder,
  timelineGap,
  durationMismatch,
  timelineStyle,
  timelineEntryLength,
  unreadText,
  unusedSuppression,
];
