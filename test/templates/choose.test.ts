import assert from 'node:assert/strict';
import {read} from '../../server/model/read.ts';
import {builtInRecogniser, builtInTemplates, defaultTemplate} from '../../server/templates/all.ts';

function recognised(text: string): string | undefined {
  return builtInRecogniser().recognise(read(text, defaultTemplate()))?.id;
}

const documents: [expected: string | undefined, what: string, text: string][] = [
  [
    'google-api-infra',
    'five headings, two of them for cause and resolution',
    `## Issue Summary

On Tuesday the voucher service refused every code between 09:10 and 09:50 CET.

## Timeline (all times CET). Approximate

- 09:10 - A release goes out.

## Root cause

An index was missing.

## Resolution and recovery

The index was built by hand.

## Corrective and preventative measures

- Test migrations on a full copy.
`,
  ],
  [
    'google-sre',
    'detection, lessons and luck, with headings of its own',
    `# Mail delayed

## Summary
Mail was late.
## Impact
9,000 mails.
## Root cause
The queue was full.
## Detection
A colleague asked.
## Resolution
More workers.
## Lessons learned
### What went well
Quick.
### What went poorly
No alert.
### Where we got lucky
It was Sunday.
## Action items
- Alert on the queue.
## Timeline
- 10:00 UTC start
## Appendix: charts
`,
  ],
  [
    'mybinder',
    'a heading for each moment',
    `# 2024-02-01, nodes not ready

## Summary

Launches failed.

## Timeline

All times in CET.

### 2024-02-01 13:05

Alert.

### 13:20 - rollback

Better.

## Action items

### Documentation improvements

- Write down how to cordon a node.

### Technical improvements

- Alert on pending pods.
`,
  ],
  [
    'moj-cloud-platform',
    'bold labels in a list',
    `# Incident on 2024-02-01 - no logs

- **Key events**
  - First detected 2024-02-01 10:00
  - Resolved 2024-02-01 10:30

- **Time to repair**: 0h 20m

- **Time to resolve**: 0h 30m

- **Identified**: A team reported that searches were empty.

- **Impact**:
  - No logs for half an hour.

- **Context**:
  - The disk of the collector was full.

- **Resolution**:
  - The disk was enlarged.

- **Review actions**:
  - Alert on disks.
`,
  ],
  [
    'incident-report',
    'a formal report',
    `# Incident Report: lifts out of service

## Incident Details
- **Incident ID:** 7
## Introduction
Two lifts stopped.
## Summary of the Incident
The controller was updated.
## Timeline
- 08:00 UTC - Update.
## Impact Analysis
Stairs.
## Root Cause Analysis
A flag.
## Action Items and Remediations
1. **Test updates**
## Lessons Learned
Technical: test.
`,
  ],
  [
    undefined,
    'a section for the cause that no other template with these lessons asks for',
    `# Nodes not ready

## 1 Summary

Launches failed.

## 2 Timeline (UTC)

- 13:05 - Alert.

## 3 Root cause

A disk was full.

## 4 What went well

Quick.

## 5 What went wrong

No alert.

## 6 Action items

- Alert on disks.
`,
  ],
  [
    undefined,
    'a main section that other templates have below their action items',
    `# Checkout burned its error budget

## Summary
Errors for 20 minutes.
## Impact
9,000 orders.
## Timeline
- 10:00 UTC start
## Root cause
A flag.
## Detection
An alert.
## What went well
Quick.
## What didn't go well
No runbook.
## Action items
- Write one.
## Appendix
`,
  ],
  [undefined, 'the default template itself', defaultTemplate().scaffold],
  [
    undefined,
    'the default template with cause and resolution apart',
    `### Issue Summary

Logins failed.

### Timeline

- 12:00 UTC - Start.

### Root Cause

A key had expired.

### Resolution

A new key.

### Corrective and preventative measures

- Watch keys.
`,
  ],
  [undefined, 'titles that say nothing', '# A bad day\n\n## Morning\n\nTea.\n\n## Afternoon\n\nCake.\n'],
  [undefined, 'no titles at all', 'The site was down from 10:00 to 11:00 UTC.\n'],
];

describe('recognising the template of a document', () => {
  for (const [expected, what, text] of documents) {
    it(`takes ${what} for ${expected ?? 'none'}`, () => assert.equal(recognised(text), expected));
  }

  it('knows the scaffold of every built-in template', () => {
    const [usual, ...others] = builtInTemplates();
    assert.equal(recognised(usual?.scaffold ?? ''), undefined);
    for (const {id, scaffold} of others) assert.equal(recognised(scaffold), id);
  });

  it('answers the same again', () => {
    for (const [expected, , text] of documents) assert.equal(recognised(text), expected);
  });
});
