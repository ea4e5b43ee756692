import {actions} from './kinds/actions.ts';
import {affectedRequests, affectedShare} from './kinds/affected-share.ts';
import {cause} from './kinds/cause.ts';
import {detectedHow} from './kinds/detected-how.ts';
import {detectedWhen} from './kinds/detected-when.ts';
import {duration} from './kinds/duration.ts';
import {escalation} from './kinds/escalation.ts';
import {fix} from './kinds/fix.ts';
import {impact} from './kinds/impact.ts';
import {improvements} from './kinds/improvements.ts';
import {misleadingPaths} from './kinds/misleading-paths.ts';
import {phrases} from './kinds/phrases.ts';
import {resolution} from './kinds/resolution.ts';
import {rootCause} from './kinds/root-cause.ts';
import {tasks} from './kinds/tasks.ts';
import {timeZone} from './kinds/time-zone.ts';
import {timelineBullets} from './kinds/timeline-bullets.ts';
import type {Kind} from './question.ts';

/** Every kind of evidence, by the name that templates use. */
export const kinds: Readonly<Record<string, Kind>> = {
  phrases,
  duration,
  'time-zone': timeZone,
  impact,
  'affected-share': affectedShare,
  'affected-requests': affectedRequests,
  'root-cause': rootCause,
  'timeline-bullets': timelineBullets,
  'detected-when': detectedWhen,
  'detected-how': detectedHow,
  actions,
  'misleading-paths': misleadingPaths,
  escalation,
  resolution,
  cause,
  fix,
  improvements,
  tasks,
};
