import {rules} from '../server/rules/all.ts';
import type {SeveritySetting} from '../server/rules/rule.ts';

/** Switches off the rules that are not about structure: for tests that are about something else than rules. */
export function onlyStructure(more: Readonly<Record<string, SeveritySetting>> = {}): Record<string, SeveritySetting> {
  const others = rules.filter(({structural}) => !structural).map(({code}): [string, SeveritySetting] => [code, 'off']);
  return {...Object.fromEntries(others), ...more};
}
