import type {Requirement} from '../model/template.ts';
import type {Span} from '../model/text.ts';
import type {Hit, Hits} from './hits.ts';
import {standsIn, type Whereabouts} from './places.ts';
import type {Statement, Statements} from './statements.ts';
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
  /** Phrases that cast doubt on what else their sentence says: it may tell of something else. */
  readonly doubts?: readonly string[];
  find(question: Question): Span | undefined;
}

const any = () => true;

/** One requirement, put to one text. Whatever is asked for is searched only up to the first find. */
export class Question {
  readonly requirement: Requirement;
  readonly statements: Statements;
  /** Phrases that no negation undoes. */
  readonly hits: Hits;
  readonly hints: Hits;
  readonly doubts: Hits;
  readonly places: Whereabouts;

  constructor(requirement: Requirement, statements: Statements, hits: Hits, hints: Hits, doubts: Hits) {
    this.requirement = requirement;
    this.statements = statements;
    this.hits = hits;
    this.hints = hints;
    this.doubts = doubts;
    this.places = statements.places.of(requirement.section);
  }

  /** Does the sentence stand in the requirement's section? */
  isOwn({start}: Statement): boolean {
    return standsIn(this.places.own, start);
  }

  /** Does the phrase begin in a title of the requirement's section that has its line for itself? */
  isTitle({statement, first}: Hit): boolean {
    if (!statement.own.isLabel && first >= statement.own.first) return false;
    const start = statement.spanOf(first)?.start;
    return start !== undefined && standsIn(this.places.titles, start);
  }

  /** The sentences of the requirement's section, in order. */
  ownSentences(): Iterable<Statement> {
    return this.statements.in(this.places.own);
  }

  /** The first of them that passes the test, but for labels and questions. */
  ownSentence(accepts: (sentence: Statement) => boolean): Span | undefined {
    for (const sentence of this.ownSentences()) {
      const {isLabel, asks} = sentence.own;
      if (!isLabel && !asks && accepts(sentence)) return sentence.span;
    }
    return undefined;
  }

  /** The first phrase found in the requirement's section that passes the test, and what it tells. */
  own(accepts: (hit: Hit) => boolean = any): Span | undefined {
    return this.#first(this.hits, this.places.own, accepts);
  }

  /** As `own`, but the last of them. */
  ownLast(accepts: (hit: Hit) => boolean = any): Span | undefined {
    return this.hits.last(this.places.own, hit => (accepts(hit) ? this.#told(hit) : undefined));
  }

  /** As `own`, but where the section does not say it, the rest of the document may. */
  anywhere(accepts: (hit: Hit) => boolean = any): Span | undefined {
    return this.own(accepts) ?? this.#first(this.hits, this.places.told, accepts);
  }

  /** As `anywhere`, but for timelines. */
  planned(accepts: (hit: Hit) => boolean = any): Span | undefined {
    return this.own(accepts) ?? this.#first(this.hits, this.places.planned, accepts);
  }

  /**
   * The first hint that passes the test in the requirement's section, else in the sections before it in the template's order; where
   * there is no such section, in what belongs to none too.
   */
  hinted(accepts: (hit: Hit) => boolean = any): Span | undefined {
    return this.ownHinted(accepts) ?? this.#first(this.hints, this.places.before, accepts);
  }

  ownHinted(accepts: (hit: Hit) => boolean): Span | undefined {
    return this.#first(this.hints, this.places.own, accepts);
  }

  #first(hits: Hits, spans: readonly Span[], accepts: (hit: Hit) => boolean): Span | undefined {
    return hits.first(spans, hit => (accepts(hit) ? this.#told(hit) : undefined));
  }

  /**
   * The sentences that a label stands before: the rest of its own, and those up to the next label. A question right behind it is none:
   * "Root cause: The villain of the day? A full disk."
   */
  *labelled({statement, last}: Hit): Generator<Statement> {
    if (!statement.own.isLabel && last < statement.own.last) {
      yield statement;
      return;
    }
    let mayAsk = !statement.own.asks;
    for (const next of this.statements.after(statement)) {
      const isAsked = mayAsk && next.own.asks;
      mayAsk = false;
      if (next.own.isLabel && !isAsked) return;
      if (!isAsked) yield next;
    }
  }

  /** The sentence that tells it; of a label, what it stands before. */
  #told(hit: Hit): Span | undefined {
    const {statement, first, last, isLabel} = hit;
    if (!isLabel && !statement.own.isLabel)
      return !isBeforeLabel(hit) || says(statement, last) ? statement.span : undefined;
    for (const sentence of this.labelled(hit)) {
      if (!says(sentence, sentence === statement ? last : 0)) continue;
      return {start: Math.max(sentence.start, statement.spanOf(first)?.start ?? 0), end: sentence.end};
    }
    return statement.own.isBrief && !isLabel ? statement.span : undefined;
  }
}

/** A token of the hit's sentence, or of the label before it. */
export function tokenOf({statement}: Hit, at: number): Token | undefined {
  return statement.telling.tokens[at];
}

/** Is a member of the word class at the token? */
export function isOfClass({statement}: Hit, at: number, id: number | undefined): boolean {
  return statement.telling.classes[at]?.some(hit => hit.class === id) === true;
}

/** Is the phrase all that a label says, or the end of it? */
function isBeforeLabel({statement, last}: Hit): boolean {
  return statement.telling.tokens[last]?.kind === 'label';
}

/** Is there a word in the sentence, from the token on, that is no stand-in for one? */
function says({telling, own: {first, last}}: Statement, from: number): boolean {
  for (let at = Math.max(first, from); at < last; at++) if (saysSomething(telling.tokens[at])) return true;
  return false;
}

/** Is it a word, a number or a time, and no stand-in for one? */
export function saysSomething(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'label' && token.kind !== 'break' && !standIns.has(token.word);
}

const standIns = new Set(
  'tbd tba todo n a na pending unknown xxx xx unclear will to be fill filled in here later soon'.split(' '),
);
