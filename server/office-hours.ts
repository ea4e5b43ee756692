import {officeHoursPattern, parseOfficeHours} from './model/time/office.ts';
import type {Kind} from './setting-kinds.ts';

/** Opening hours of every working day: `09:00-17:00`; empty for a clock that never stops. */
export const officeHoursText: Kind<string> = {
  schema: {type: 'string', pattern: `^$|${officeHoursPattern}`},
  read(value, place) {
    const isHours = typeof value === 'string' && (value === '' || parseOfficeHours(value) !== undefined);
    return isHours ? value : place.reject("hours such as '09:00-17:00'", value);
  },
};
