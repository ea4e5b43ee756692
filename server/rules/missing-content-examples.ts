const head = `## Issue Summary

From 14:05 to 15:20 UTC on 3 March 2024 nobody could upload pictures: the gallery answered every upload with error 507. All
customers were affected. The root cause was a full disk on the upload server.
`;

const timeline = `
## Timeline

- 14:05 UTC - The first upload fails.
- 14:09 UTC - The alert on failed uploads pages the on-call engineer.
- 14:20 UTC - The network looked guilty at first, because of a change in the morning. Undoing it did not help.
- 14:40 UTC - Escalated to the storage team, who found the disk full.
- 15:20 UTC - Old previews are removed and uploads work again.
`;

const rest = `
## Root cause and resolution

The job that removes old previews had not run for a month, because its key had been revoked. The disk filled up until no picture
could be stored. We removed the old previews by hand and gave the job a new key.

## Corrective and preventative measures

Nothing that fills up should go unwatched.

- Alert when a disk is 80 % full.
- Alert when the clean-up job has not run for a day.
`;

/** Answers every question of the classic template. */
export const fullPostmortem = head + timeline + rest;

/** A timeline that tells only when the disk was cleaned. */
export const withoutTimeline = `${head}
## ⟦Timeline⟧

- 14:05 UTC - Uploads begin to fail.
- 15:20 UTC - Old previews are removed and uploads work again.
${rest}`;
