import assert from 'node:assert/strict';
import {Configurations} from '../server/configuration.ts';
import {readConfigurationFile} from '../server/configuration-file.ts';

function configurations(files: Readonly<Record<string, string>>) {
  const read: string[] = [];
  const found = new Configurations({
    async read(uri) {
      read.push(uri);
      const text = files[uri];
      if (text === 'denied') throw new Error('permission denied');
      return text;
    },
  });
  return {found, read};
}

const root = 'file:///code';
const document = 'file:///code/team/notes/pm.md';
const base = {uri: document, root, settings: []};

describe('configuration of a document', () => {
  it('is that of the nearest file upwards, up to the root', async () => {
    const {found, read} = configurations({
      'file:///code/team/.postmortem.json': '{"template": "google-sre"}',
      'file:///code/.postmortem.yaml': 'enable: false',
      'file:///.postmortem.yaml': 'enable: false',
    });
    const {settings, template, file} = await found.of(base);
    assert.equal(settings.enable, true);
    assert.equal(template?.template.id, 'google-sre');
    assert.equal(template?.source, '.postmortem.json');
    assert.equal(file, 'file:///code/team/.postmortem.json');
    assert.equal((await found.of({...base, uri: 'file:///code/other/pm.md'})).settings.enable, false);
    assert.ok(!read.includes('file:///.postmortem.yaml'), 'nothing outside of the root is read');
    assert.equal((await found.of({...base, uri: 'file:///pm.md'})).file, 'file:///code/.postmortem.yaml');
  });

  it('goes up to the top where there is no root', async () => {
    const {found} = configurations({'file:///.postmortem.yaml': 'enable: false'});
    assert.equal((await found.of({...base, root: undefined})).settings.enable, false);
  });

  it('wins over the settings of the editor, of which the later ones win', async () => {
    const {found} = configurations({'file:///code/.postmortem.yaml': 'rules: {word-count: off}'});
    const settings = [
      {rules: {'word-count': 'error', 'section-order': 'error'}, words: {min: 1}},
      {rules: {'section-order': 'hint'}, enable: false},
    ];
    const merged = (await found.of({...base, settings})).settings;
    assert.deepEqual(merged.rules, {'word-count': 'off', 'section-order': 'hint'});
    assert.equal(merged.enable, false);
    assert.deepEqual(merged.words, {min: 1});
  });

  it('is read once, until it is forgotten', async () => {
    const {found, read} = configurations({
      'file:///code/.postmortem.yaml': 'template: docs/own.md',
      'file:///code/docs/own.md': '# A\n',
    });
    await found.of(base);
    const once = read.length;
    await found.of({...base, uri: 'file:///code/team/notes/other.md'});
    assert.equal(read.length, once);
    found.forget();
    await found.of(base);
    assert.equal(read.length, 2 * once);
  });

  it('says whether the path is that of a postmortem', async () => {
    const {found} = configurations({
      'file:///code/team/.postmortem.yaml': 'files: ["notes/*.md"]\nexclude: ["notes/x*"]',
    });
    const path = async (uri: string, more: object = {}) => (await found.of({...base, uri, ...more})).path;
    assert.equal(await path('file:///code/team/notes/pm.md'), 'postmortem');
    assert.equal(await path('file:///code/team/notes/x.md'), 'excluded');
    assert.equal(await path('file:///code/team/postmortem.md'), 'unknown');
    assert.equal(await path('file:///code/Post-Mortem%20of%20May.md'), 'postmortem');
    assert.equal(await path('file:///code/node_modules/a/postmortem.md'), 'excluded');
    const outside = {root: undefined};
    assert.equal(await path('file:///home/postmortems/tool/docs/README.md', outside), 'unknown');
    assert.equal(await path('file:///home/postmortems/README.md', outside), 'overview');
    assert.equal(await path('file:///code/docs/Incidents/index.md'), 'overview');
    assert.equal(await path('file:///code/postmortem/README.md'), 'postmortem');
    assert.equal(await path('file:///code/incidents/2024-03-05/README.md'), 'postmortem');
    assert.equal(await path('untitled:Untitled-1', outside), 'unknown');
  });

  it('reads no template outside of its folder', async () => {
    const secret = 'file:///etc/secret.md';
    for (const name of [
      '../../etc/secret.md',
      '/../../etc/secret.md',
      'docs/../../../etc/secret.md',
      '..%2f..%2fetc/secret.md',
    ]) {
      const text = `template: '${name}'`;
      const {found, read} = configurations({'file:///code/team/.postmortem.yaml': text, [secret]: '# Secret'});
      const {template, problems} = await found.of(base);
      assert.equal(template, undefined);
      assert.equal(problems.length, 1);
      assert.ok(!read.includes(secret), name);
    }
  });

  it('tells once of what the editor says twice', async () => {
    const {found} = configurations({});
    const {problems} = await found.of({...base, settings: [{words: {min: 'many'}}, {words: {min: 'many'}}]});
    assert.deepEqual(problems, ["'words.min' must be a whole number, not 'many'"]);
  });

  it('names requirements that no template has', async () => {
    const {found} = configurations({});
    const requirements = {'issue-summary/duration': false, 'timeline/escalatoin': false};
    const {problems} = await found.of({...base, settings: [{requirements}]});
    assert.deepEqual(problems, ["No template asks for 'timeline/escalatoin'; did you mean 'timeline/escalation'?"]);
  });

  it('names the file and the place of such requirements', async () => {
    const uri = 'file:///code/.postmortem.yaml';
    const text = 'template: team.md\nrequirements:\n  who/when: false\n  who/whence: false\n';
    const team =
      '---\nsections: {Who: {requirements: {when: {question: When?, phrases: [at]}}}}\n---\n\n# T\n\n## Who\n';
    const {found} = configurations({[uri]: text, 'file:///code/team.md': team});
    const [problem, ...more] = (await found.of(base)).problems;
    assert.deepEqual(more, []);
    assert.match(problem ?? '', /^\.postmortem\.yaml:4:3: No template asks for 'who\/whence'/);
    const marked = await found.problemsIn(uri, text);
    assert.deepEqual(
      marked.map(({span}) => text.slice(span.start, span.end)),
      ['who/whence'],
    );
  });

  it('has the defaults where the file is broken or cannot be read', async () => {
    const {found} = configurations({'file:///code/.postmortem.yaml': 'denied'});
    const {settings, problems} = await found.of(base);
    assert.equal(settings.enable, true);
    assert.deepEqual(problems, ['.postmortem.yaml: cannot be read: permission denied']);
  });
});

describe('configuration file', () => {
  const marked = (text: string) =>
    readConfigurationFile(text).problems.map(({span, message}) => `${text.slice(span.start, span.end)} | ${message}`);

  it('marks each mistake where it stands', () => {
    assert.deepEqual(marked('rulez: {}\nrules:\n  word-count: maybe\nfiles: [a, 3]\n'), [
      "rulez | Unknown setting 'rulez'; did you mean 'rules'?",
      "maybe | 'rules.word-count' must be one of error, warning, information, hint, off, not 'maybe'",
      "3 | 'files.1' must be text, not 3",
    ]);
    assert.deepEqual(marked('{\n\t"enable": "no"\n}'), [`"no" | 'enable' must be true or false, not 'no'`]);
  });

  it('marks templates that are not there, where it names them', async () => {
    const {found} = configurations({'file:///code/docs/ours.md': '# Ours\n\n## Summary\n\n## Cause\n'});
    const text = 'template: clasic\ntemplates:\n  "a/**": docs/ours.md\n  "b/**": docs/theirs.md\n  "c/**": ../x.md\n';
    const problems = await found.problemsIn('file:///code/.postmortem.yaml', text);
    assert.deepEqual(
      problems.map(({span, message}) => `${text.slice(span.start, span.end)} | ${message}`),
      [
        "clasic | There is no template 'clasic'; did you mean 'classic'?",
        "docs/theirs.md | There is no template 'docs/theirs.md'",
        "../x.md | The template '../x.md' lies outside of the folder of its configuration and is not read",
      ],
    );
  });

  it('marks templates by the names that it has for them, whatever others call them', async () => {
    const {found} = configurations({});
    await found.of({...base, settings: [{template: 'team/x.md'}]});
    const problems = await found.problemsIn('file:///code/team/.postmortem.yaml', 'template: x.md\n');
    assert.deepEqual(
      problems.map(({message}) => message),
      ["There is no template 'x.md'"],
    );
  });

  it('marks broken YAML and reads nothing of it', () => {
    const {settings, problems} = readConfigurationFile('enable: false\nfiles: [a\n');
    assert.deepEqual(settings, {});
    assert.equal(problems[0]?.severity, 'error');
  });

  it('may be empty, and may name its schema', () => {
    for (const text of ['', '# nothing\n', '$schema: x\n'])
      assert.deepEqual(readConfigurationFile(text), {settings: {}, problems: [], names: [], requirements: []});
  });

  it('bears hostile YAML', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'.replace(/./g, key => `${key}: &${key} [*a, *a, *a]\n`)}`;
    const hostile = [
      bomb,
      '['.repeat(50_000),
      '- '.repeat(50_000),
      '{a: '.repeat(5000),
      'a: !!js/function x',
      'x'.repeat(500_000),
    ];
    for (const text of [...hostile, '__proto__: {enable: false}', '? [a]\n: 1', '\0', 'a: b: c', '%YAML 9\n---\n']) {
      const {settings, problems} = readConfigurationFile(text);
      assert.deepEqual(settings, {});
      assert.ok(problems.length > 0, text.slice(0, 40));
      for (const {span} of problems) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    }
  });

  it('tells of the first hundred mistakes, and that there are more', () => {
    const lines = (line: (index: number) => string) => Array.from({length: 1500}, (_, index) => line(index)).join('');
    const many = {
      settings: lines(index => `key${index}: 1\n`),
      rules: `rules:\n${lines(index => `  rule-${index}: off\n`)}`,
      aliases: lines(index => `a${index}: &x${index} [*x${index}]\n`),
      'mistakes of YAML': lines(() => 'a: 1\n'),
    };
    for (const [name, text] of Object.entries(many)) {
      const {problems} = readConfigurationFile(text);
      assert.equal(problems.length, 101, name);
      assert.match(problems[100]?.message ?? '', /^Only the first 100 mistakes are shown$/, name);
      for (const {span} of problems) assert.ok(span.start <= span.end && span.end <= text.length, name);
    }
  });

  it('reads the first two hundred templates that are named, and says so', async () => {
    const globs = Array.from({length: 1000}, (_, index) => `  "a${index}/**": docs/t${index}.md\n`).join('');
    const {found, read} = configurations({'file:///code/.postmortem.yaml': `templates:\n${globs}`});
    const {problems, isBroken} = await found.of(base);
    assert.ok(read.length < 210);
    assert.equal(problems.at(-1), '.postmortem.yaml: Only the first 200 templates are read');
    assert.ok(isBroken);
  });
});
