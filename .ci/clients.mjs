// Asks a running server with a client of the JavaScript world: node clients.mjs FETCHER-FOLDER ENDPOINT
import { createRequire } from "node:module";

const [folder, endpoint] = process.argv.slice(2);
const { SparqlEndpointFetcher } = createRequire(`${folder}/`)("fetch-sparql-endpoint");
const fetcher = new SparqlEndpointFetcher();

const rows = await fetcher.fetchBindings(endpoint, "SELECT ?a WHERE { ?a a <https://schema.org/NewsArticle> }");
let articles = 0;
for await (const row of rows) if (row.a.termType === "NamedNode") articles += 1;
const truth = await fetcher.fetchAsk(endpoint, "ASK { ?a a <https://schema.org/NewsArticle> }");
const triples = await fetcher.fetchTriples(endpoint, "CONSTRUCT { ?a a ?c } WHERE { ?a a ?c } LIMIT 5");
let told = 0;
for await (const _ of triples) told += 1;
console.log(JSON.stringify({ articles, truth, told }));
