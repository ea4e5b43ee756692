import {countries, fixedNames, regions} from '../model/time/zone-names.ts';

/** Cities that people work in and that name no zone, by the one that they keep. */
const cities: Readonly<Record<string, readonly string[]>> = {
  'America/Chicago': ['austin', 'dallas', 'houston', 'minneapolis', 'st. louis'],
  'America/Los_Angeles': [
    'las vegas',
    'portland',
    'san diego',
    'san francisco',
    'san jose',
    'seattle',
    'silicon valley',
  ],
  'America/New_York': ['atlanta', 'boston', 'miami', 'philadelphia', 'pittsburgh', 'washington'],
  'America/Sao_Paulo': ['brasilia', 'rio de janeiro'],
  'America/Toronto': ['montreal', 'ottawa', 'quebec'],
  'Asia/Ho_Chi_Minh': ['hanoi'],
  'Asia/Jerusalem': ['haifa', 'tel aviv'],
  'Asia/Karachi': ['islamabad', 'lahore'],
  'Asia/Kolkata': ['bangalore', 'bengaluru', 'chennai', 'delhi', 'hyderabad', 'mumbai', 'new delhi', 'noida', 'pune'],
  'Asia/Shanghai': ['beijing', 'guangzhou', 'hangzhou', 'shenzhen'],
  'Asia/Tokyo': ['kyoto', 'osaka'],
  'Asia/Dubai': ['abu dhabi'],
  'Africa/Johannesburg': ['cape town', 'pretoria'],
  'Africa/Lagos': ['abuja'],
  'Australia/Sydney': ['canberra'],
  'Europe/Berlin': ['cologne', 'frankfurt', 'hamburg', 'munich'],
  'Europe/London': ['cambridge', 'edinburgh', 'manchester', 'oxford'],
  'Europe/Madrid': ['barcelona'],
  'Europe/Paris': ['lyon', 'toulouse'],
  'Europe/Rome': ['milan', 'turin'],
  'Europe/Warsaw': ['krakow', 'wroclaw'],
  'Europe/Zurich': ['basel', 'bern', 'geneva', 'lausanne'],
  'Pacific/Auckland': ['wellington'],
};

/**
 * What people may type for a zone beside its name, abbreviations and offsets, in lower case.
 *
 * @param id IANA name or abbreviation
 * @param former other IANA names of it
 */
export function termsOf(id: string, former: readonly string[]): string[] {
  const own = [id, ...former].filter(name => name.includes('/'));
  return [
    ...own.map(name => name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ')),
    ...(Object.hasOwn(cities, id) ? (cities[id] ?? []) : []),
    ...[regions, countries, fixedNames].flatMap(names => Object.keys(names).filter(name => names[name] === id)),
  ].map(term => term.toLowerCase());
}
