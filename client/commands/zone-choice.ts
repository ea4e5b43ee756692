import type {TimeZoneItem} from '../../server/protocol.ts';

/**
 * The zones that somebody may mean, the likeliest first: what is called exactly so, whatever the case, then what begins so, then what
 * has words that do. An offset is a zone of its own.
 *
 * @param typed as it stands in the input; all zones where it is empty
 */
export function zonesFor(zones: readonly TimeZoneItem[], typed: string): readonly TimeZoneItem[] {
  const asked = plain(typed);
  if (asked === '') return zones;
  const offset = offsetNamed(asked);
  const candidates = offset === undefined ? zones : [...zones, offsetItem(offset)];
  const wanted = offset === undefined ? [asked] : [asked, offset.toLowerCase()];
  return candidates
    .map(zone => ({zone, distance: distanceOf(zone, wanted)}))
    .filter(({distance}) => distance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance)
    .map(({zone}) => zone);
}

/** `America/New_York` and `new york ` as they are compared. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('−', '-')
    .replaceAll(/[\s_]+/g, ' ')
    .trim();
}

function distanceOf({id, name, terms}: TimeZoneItem, wanted: readonly string[]): number {
  const names = [plain(id), plain(name)];
  if (wanted.some(asked => names.includes(asked))) return 0;
  if (wanted.some(asked => terms.includes(asked))) return 1;
  if (wanted.some(asked => [...names, ...terms].some(each => each.startsWith(asked)))) return 2;
  const words = [...names, ...terms].flatMap(each => each.split(/[ /]/));
  const begins = (word: string) => words.some(each => each.startsWith(word));
  return wanted.some(asked => asked.split(/[ /,]+/).every(begins)) ? 3 : Number.POSITIVE_INFINITY;
}

/** `UTC+05:30` for `utc+5:30`, `+0530` and `GMT +5:30`; `undefined` for what is no offset, or none that there is. */
function offsetNamed(text: string): string | undefined {
  const [, sign, hours, minutes = '00'] = /^(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?$/.exec(text) ?? [];
  if (!sign || !hours || Number(hours) * 60 + Number(minutes) > 14 * 60) return undefined;
  return `UTC${sign}${hours.padStart(2, '0')}:${minutes}`;
}

function offsetItem(name: string): TimeZoneItem {
  return {id: name, name, description: '', terms: [], present: false};
}
