import assert from 'node:assert/strict';
import {Configurations} from '../server/configuration.ts';
import {LspDocument} from '../server/lsp.ts';
import {OpenPostmortems} from '../server/open-postmortems.ts';

const uri = 'file:///incidents/postmortems/one.md';
const entries = '- 10:05 UTC - The pager goes off, and Ana looks at the graphs.\n\n';
const long = `# Outage\n\n## Timeline\n\n${entries.repeat(2400)}`;

describe('open postmortems', () => {
  let postmortems: OpenPostmortems;
  beforeEach(() => {
    postmortems = new OpenPostmortems();
  });

  const given = async () => {
    const configuration = await new Configurations({read: async () => undefined}).of({
      uri,
      root: undefined,
      settings: [],
    });
    return {configuration, own: configuration};
  };
  const opened = (text: string) => new LspDocument(uri, 'markdown', 1, text);

  it('are judged at once where that takes no longer than a turn', async () => {
    const how = await given();
    let [atOnce, tries] = [false, 0];
    // The first ones take longer, and so may one in front of a busy machine.
    for (; !atOnce && tries < 200; tries++) {
      const document = opened(`# Outage\n\n## Timeline\n\n- 10:05 - Queue grows ${tries}.\n`);
      const judging = postmortems.judge(document, how);
      atOnce = postmortems.known(document, how.configuration)?.postmortem !== undefined;
      await judging;
    }
    assert.ok(atOnce, `not one of ${tries}`);
  });

  it('are judged in turns where they are long, and other things are done between', async () => {
    const [document, how] = [opened(long), await given()];
    let [turns, others, isOver] = [0, 0, false];
    const beside = () => {
      others++;
      if (!isOver) setImmediate(beside);
    };
    setImmediate(beside);
    for (; !postmortems.known(document, how.configuration); turns++) await postmortems.judge(document, how);
    isOver = true;
    assert.ok(turns > 3, `${turns} turns`);
    assert.ok(others >= turns - 1, `${others} between ${turns}`);
  }).timeout(30_000);

  it('have one turn between two messages, however many of them are long', async () => {
    const how = await given();
    const documents = Array.from({length: 4}, (_, index) => opened(`${long}${index}`));
    let [turns, others, isOver] = [0, 0, false];
    const beside = () => {
      others++;
      if (!isOver) setImmediate(beside);
    };
    setImmediate(beside);
    const whole = async (document: LspDocument) => {
      for (; !postmortems.known(document, how.configuration); turns++) await postmortems.judge(document, how);
    };
    await Promise.all(documents.map(whole));
    isOver = true;
    assert.ok(others >= turns - documents.length, `${others} between ${turns}`);
  }).timeout(60_000);

  it('are worked on once for all who wait', async () => {
    const [document, how] = [opened(long), await given()];
    const first = postmortems.judge(document, how);
    let isFirst = true;
    void first.then(() => {
      isFirst = false;
    });
    await postmortems.judge(document, how);
    assert.equal(isFirst, false);
    const known = () => postmortems.known(document, how.configuration);
    while (!known()) await Promise.all([postmortems.judge(document, how), postmortems.judge(document, how)]);
    const {postmortem} = known() ?? {};
    await postmortems.judge(document, how);
    assert.ok(postmortem);
    assert.equal(known()?.postmortem, postmortem);
  }).timeout(30_000);

  it('are read in as many steps where much is put into them at once as where they are opened with it', async () => {
    const how = await given();
    const begin = '# Outage\n\n## Timeline\n\n- 10:05 - Queue grows.\n\n';
    const whole = `${begin}${'*`a`* **b** [c](d) ![e](f) _g_ `h` <i>\n\n'.repeat(1000)}`;
    const judged = async (document: LspDocument) => {
      let turns = 0;
      for (; !postmortems.known(document, how.configuration); turns++) await postmortems.judge(document, how);
      return turns;
    };
    // By a clock on which each step takes longer than a turn, so that turns are steps.
    let now = 0;
    Object.defineProperty(performance, 'now', {value: () => (now += 1000), configurable: true});
    try {
      const fresh = await judged(opened(whole));
      const document = opened(begin);
      const short = await judged(document);
      document.update([{text: whole}], 2);
      assert.ok(fresh > short + 5, `${fresh} steps, and ${short} for a short text`);
      assert.ok((await judged(document)) >= fresh - 1);
    } finally {
      Reflect.deleteProperty(performance, 'now');
    }
  }).timeout(60_000);

  it('are begun again where they changed meanwhile, and answered for no version that has gone', async () => {
    const [document, how] = [opened(long), await given()];
    await postmortems.judge(document, how);
    document.update([{text: `${long}\n## Issue Summary\n\nAll was down.\n`}], 2);
    while (!postmortems.known(document, how.configuration)) await postmortems.judge(document, how);
    const {version, postmortem} = postmortems.known(document, how.configuration) ?? {};
    assert.equal(version, 2);
    assert.equal(postmortem?.report.text, document.text);
    document.update([{text: 'x'}], 3);
    assert.equal(postmortems.known(document, how.configuration), undefined);
  }).timeout(30_000);

  it('are begun again where the text is another one of the same version', async () => {
    const [document, how] = [opened(long), await given()];
    await postmortems.judge(document, how);
    assert.equal(postmortems.known(document, how.configuration), undefined);
    document.update([{text: '# Outage\n'}], 1);
    while (!postmortems.known(document, how.configuration)) await postmortems.judge(document, how);
    assert.equal(postmortems.known(document, how.configuration)?.postmortem?.report.text, '# Outage\n');
    document.update([{text: '# Postmortem\n'}], 1);
    assert.equal(postmortems.known(document, how.configuration), undefined);
  });
});
