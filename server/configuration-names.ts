/** Names of configuration files, the one that wins first. */
export const configurationNames: readonly string[] = ['.postmortem.yaml', '.postmortem.yml', '.postmortem.json'];
