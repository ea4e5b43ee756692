/** A clock that runs only between two times of every working day, in minutes since midnight. */
export interface OfficeHours {
  readonly from: number;
  readonly to: number;
}

/** What `parseOfficeHours` understands: `09:00-17:00`. */
export const officeHoursPattern = '^([01]?[0-9]|2[0-3]):[0-5][0-9] ?[-–] ?([01]?[0-9]|2[0-4]):[0-5][0-9]$';

/** @returns `undefined` where the text is no hours, or closes before it opens */
export function parseOfficeHours(text: string): OfficeHours | undefined {
  if (!new RegExp(officeHoursPattern).test(text)) return undefined;
  const [from = 0, to = 0] = text.split(/[-–]/).map(minutesOf);
  return from < to ? {from, to} : undefined;
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.trim().split(':').map(Number);
  return hours * 60 + minutes;
}
