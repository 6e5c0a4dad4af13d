// What the server's API answers, as far as the page uses it.

export type Kind = "person" | "post" | "body" | "place" | "event" | "change" | "award" | "rank" | "other";

export interface Brief {
  id: string;
  iri: string;
  name: string;
  kind: Kind;
  class: string;
  class_label: string;
  colour: string;
  shape: string;
  caption: string;
  date: string | null;
  degree: number;
}

export interface Evidence {
  /** The article's id. */
  id: string;
  title?: string | null;
  published?: string | null;
  url?: string | null;
  source?: string | null;
  article?: string;
  sentence: string;
  quote: string;
  /** Where the words stand in the sentence, in code points. */
  within?: [number, number];
  rule?: string;
  found_by?: string;
  /** The IRI of the evidence itself. */
  evidence: string;
  accepted?: boolean;
  /** How often what found the words is right at least, from 0 to 1. */
  confidence?: number;
}

/** An article, as far as its words are not told. */
export type ArticleOf = Pick<Evidence, "id" | "title" | "published" | "url" | "source">;

/** What proves an edge, and when what it says was so, in words as in the details of a line. */
export interface EdgeTold {
  when: string[];
  evidence: Evidence[];
}

/** A fact and the words of a sentence that prove it. */
export interface Proven {
  subject: string;
  subject_id: string;
  relation: string;
  object: string;
  object_id?: string;
  evidence: string;
  accepted: boolean;
  confidence?: number;
  within?: [number, number];
  by: string;
}

export interface Sentence {
  text: string;
  start: number;
  facts: Proven[];
}

export interface ArticleTold {
  id: string;
  title: string | null;
  published: string | null;
  url: string | null;
  source: string | null;
  sentences: Sentence[];
}

export interface Overview {
  title: string;
  base: string;
  counts: Record<"articles" | "people" | "posts" | "bodies" | "provinces" | "events" | "links", number>;
  span: { from: string; to: string } | null;
  /** How many articles have no date of publication. */
  dateless: number;
  connected: Brief[];
  newest: Brief[];
  conflicts: number;
  undecided: number;
}

export interface Hits {
  query: string;
  total: number;
  /** Whether nothing fits what was typed, so that the hits are only like it. */
  similar: boolean;
  /** What is left of it when as few words as need be are left out for something to fit. */
  shorter: string[];
  hits: Brief[];
}

export interface Line {
  relations: string[];
  name: string;
  iri: string;
  id?: string;
  details: string[];
  evidence: Evidence[];
  /** How many sentences there are beside these. */
  more?: number;
  /** The ids of its edges, for all of the sentences. */
  edges?: string[];
}

export interface Met {
  name: string;
  iri: string;
  id: string;
  /** The office held now. */
  office?: string;
  events: string[];
}

export interface Held {
  person: string;
  person_id: string;
  held: string;
  held_iri: string;
  held_id?: string;
  span: string;
  certainty?: "certain" | "possible" | null;
  on_that_day?: string;
  evidence?: Evidence[];
  articles: number;
  undated: number;
  bounds: { label: string; date: string; reason: string; source: string }[];
}

export interface Named {
  name: string;
  iri: string;
  id: string;
}

export interface Conflict {
  iri: string;
  kind: string;
  label: string;
  gravity: string;
  gravity_label: string;
  settled: boolean;
  about: Named[];
  sides: { says: Named[]; relation?: string; from?: string; until?: string; articles: number; accepted: boolean; evidence: Evidence[] }[];
}

export interface Namesakes {
  name: string;
  differ?: string;
  people: { id: string; posts: string[]; told?: [string, string]; articles: number; connections: number }[];
  undecided: [string, string][];
}

export interface Entity {
  id: string;
  iri: string;
  name: string;
  also: string[];
  class: string;
  date?: string;
  lifetime?: string[];
  /** Each with how many lines come after those given. */
  sections: { title: string; lines: Line[]; more?: number }[];
  /** What the sections rest on. */
  articles: ArticleOf[];
  more_articles?: number;
  met?: Met[];
  conflicts: number;
  /** How much of what is held, of which nobody tells when, a page as of a day leaves out. */
  dayless?: number;
  kind: Kind;
  colour: string;
  shape: string;
  degree: number;
  tenures?: Held[];
  more_tenures?: number;
  /** Who holds a post or the posts of a body on a day, and how many more do. */
  holders?: Held[];
  more_holders?: number;
  holders_on?: string | null;
  /** Who held them before, and how many more did. */
  former_holders?: Held[];
  more_former_holders?: number;
  conflict_list?: Conflict[];
  more_conflicts?: number;
  namesakes?: Brief[];
  more_namesakes?: number;
}

export interface Item {
  date: string | null;
  end: string | null;
  precision: string;
  kind: string;
  label: string;
  target: { id: string; name: string };
  /** What else is to be known of a change or an award. */
  details?: string[];
  evidence: Evidence[];
  certainty?: string | null;
}

export interface GraphNode extends Brief {
  from: string | null;
  to: string | null;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  relation: string;
  label: string;
  weight: number;
  articles: number;
  from: string | null;
  to: string | null;
}

export interface GraphData {
  nodes: GraphNode[];
  edges: GraphEdge[];
  truncated: boolean;
}

export interface Step {
  from: string | Named;
  relation: string;
  /** Whether it is said of `from`; else of `to`. */
  forward: boolean;
  to: string | Named;
  evidence: Evidence | Evidence[] | null;
}

export interface Ways {
  ways: (GraphData & { steps: Step[] })[];
  text: string;
}

export interface Provinces {
  years: number[];
  provinces: { id: string; name: string; iri: string; today: boolean; until: string | null; merged_into: string | null; events: Record<string, number>; undated: number }[];
}

export interface Question {
  id: string;
  title: { vi: string; en: string };
  query: string;
}
