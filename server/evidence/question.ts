import type {Requirement} from '../model/template.ts';
import type {Span} from '../model/text.ts';
import type {Hits} from './hits.ts';
import type {PhraseHit} from './phrases.ts';
import {Place} from './places.ts';
import {type Statement, type Statements, spanOf} from './statements.ts';
import type {Token} from './tokens.ts';

/** A kind of evidence: how to find in a text what meets a requirement. */
export interface Kind {
  /** What it looks for, for the documentation. */
  readonly summary: string;
  /** Looked for beside the requirement's own phrases. */
  readonly phrases: readonly string[];
  /** Undo a phrase that they overlap or stand next to. */
  readonly negations: readonly string[];
  /** Phrases that say too little to meet it by themselves: where they stand decides, or what else is said. */
  readonly hints?: readonly string[];
  find(question: Question): Span | undefined;
}

/** One requirement, put to one text. */
export class Question {
  readonly requirement: Requirement;
  readonly statements: Statements;
  /** Phrases that no negation undoes, in the order of the text. */
  readonly hits: Hits;
  readonly hints: Hits;
  readonly #own: ReadonlySet<number>;
  readonly #actions: ReadonlySet<number>;

  constructor(requirement: Requirement, statements: Statements, hits: Hits, hints: Hits) {
    this.requirement = requirement;
    this.statements = statements;
    this.hits = hits;
    this.hints = hints;
    this.#own = ownPlaces(requirement, statements);
    const specs = statements.reading.template.sections;
    this.#actions = new Set(specs.flatMap((spec, index) => (spec.kind === 'actions' ? [index] : [])));
  }

  /** Does the sentence stand in the requirement's section? */
  isOwn(sentence: number): boolean {
    return this.#own.has(this.statements.places[sentence] ?? Place.elsewhere);
  }

  /** Does it stand anywhere but among the measures to take, which tell of what is to come? */
  isTold(sentence: number): boolean {
    return this.isOwn(sentence) || !this.#actions.has(this.statements.places[sentence] ?? Place.elsewhere);
  }

  /** The first phrase found in the requirement's section that passes the test, and what it tells. */
  own(accepts: (hit: PhraseHit) => boolean = () => true): Span | undefined {
    return this.#first(this.hits, hit => this.isOwn(hit.sentence) && accepts(hit));
  }

  /** As `own`, but the last of them. */
  ownLast(): Span | undefined {
    return this.#first(this.hits.reversed(), hit => this.isOwn(hit.sentence));
  }

  /** As `own`, but where the section does not say it, the rest of the document may. */
  anywhere(accepts: (hit: PhraseHit) => boolean = () => true): Span | undefined {
    return this.own(accepts) ?? this.#first(this.hits, hit => this.isTold(hit.sentence) && accepts(hit));
  }

  /**
   * The first hint that passes the test in the requirement's section, else in the sections before it in the template's order; where
   * there is no such section, in what belongs to none too.
   */
  hinted(accepts: (hit: PhraseHit) => boolean = () => true): Span | undefined {
    const isBefore = (hit: PhraseHit) => this.#isBefore(hit.sentence) && accepts(hit);
    return this.ownHinted(accepts) ?? this.#first(this.hints, isBefore);
  }

  ownHinted(accepts: (hit: PhraseHit) => boolean): Span | undefined {
    return this.#first(this.hints, hit => this.isOwn(hit.sentence) && accepts(hit));
  }

  sentence(index: number): Statement | undefined {
    return this.statements.sentences[index];
  }

  /** A token of the hit's sentence, or of the label before it. */
  token({sentence}: PhraseHit, at: number): Token | undefined {
    return this.sentence(sentence)?.telling.tokens[at];
  }

  /** Is a member of the word class at the token? */
  isOfClass({sentence}: PhraseHit, at: number, id: number | undefined): boolean {
    return this.sentence(sentence)?.telling.classes[at]?.some(hit => hit.class === id) === true;
  }

  /** The sentences that a label stands before: the rest of its own, and those up to the next label. */
  labelled(hit: PhraseHit): readonly Statement[] {
    const {sentences} = this.statements;
    const own = sentences[hit.sentence];
    if (!own) return [];
    if (!own.isLabel && hit.last < own.last) return [own];
    const found: Statement[] = [];
    for (let index = hit.sentence + 1; index < sentences.length; index++) {
      const next = sentences[index];
      if (!next || next.isLabel) break;
      found.push(next);
    }
    return found;
  }

  #isBefore(sentence: number): boolean {
    const place = this.statements.places[sentence] ?? Place.elsewhere;
    const {sections} = this.statements.reading;
    const own = sections.findIndex(({spec}) => spec.id === this.requirement.section);
    const isThere = (sections[own]?.titles.length ?? 0) > 0;
    return place < own && (place >= 0 || !isThere);
  }

  #first(hits: Iterable<PhraseHit>, accepts: (hit: PhraseHit) => boolean): Span | undefined {
    for (const hit of hits) {
      if (!accepts(hit)) continue;
      const span = this.#told(hit);
      if (span) return {start: span.start, end: span.end};
    }
    return undefined;
  }

  /** The sentence that tells it; of a label, what it stands before. */
  #told(hit: PhraseHit): Span | undefined {
    const own = this.sentence(hit.sentence);
    if (!own || (!hit.isLabel && !own.isLabel)) return own;
    const body = this.labelled(hit).find(sentence => says(sentence, sentence === own ? hit.last : 0));
    if (!body) return own.isBrief && !hit.isLabel ? own : undefined;
    return {start: Math.max(body.start, spanOf(own, hit.first)?.start ?? 0), end: body.end};
  }
}

/** Is there a word in the sentence, from the token on, that is no stand-in for one? */
function says({telling, first, last}: Statement, from: number): boolean {
  for (let at = Math.max(first, from); at < last; at++) {
    const token = telling.tokens[at];
    if (token && token.kind !== 'label' && token.kind !== 'break' && !standIns.has(token.word)) return true;
  }
  return false;
}

const standIns = new Set('tbd tba todo n a na pending unknown xxx xx unclear'.split(' '));

/** The requirement's section with the sections nested in it; the document's opening, where there is no such section. */
function ownPlaces(requirement: Requirement, {reading}: Statements): ReadonlySet<number> {
  const {sections} = reading;
  const ids = new Set([requirement.section]);
  const own = new Set<number>();
  sections.forEach(({spec}, index) => {
    if (!ids.has(spec.id) && !(spec.parent !== undefined && ids.has(spec.parent))) return;
    ids.add(spec.id);
    own.add(index);
  });
  const isThere = [...own].some(index => (sections[index]?.titles.length ?? 0) > 0);
  if (!isThere && own.has(0)) own.add(Place.opening);
  return own;
}
