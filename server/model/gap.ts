/** What a template wants to be filled in: `{{ what happened }}`. It says nothing yet. */
export const gap = /\{\{\{?[^{}\n]{0,300}\}\}\}?/g;
