// Triples as values of a result, as RDF 1.2 has them: the widgets know none, and would show nothing of the whole result.

/** A value of a result in JSON. */
type Value = { type: string; value: string; "xml:lang"?: string } | { type: "triple"; value: Record<"subject" | "predicate" | "object", Value> };

/** A value as it stands in Turtle. */
function written(it: Value): string {
  if (typeof it.value !== "string") return `<<( ${[it.value.subject, it.value.predicate, it.value.object].map(written).join(" ")} )>>`;
  const { type, value } = it;
  return type === "uri" ? `<${value}>` : type === "bnode" ? `_:${value}` : JSON.stringify(value) + ("xml:lang" in it ? `@${it["xml:lang"]}` : "");
}

/** An answer of the server in which triples are literals; any other stays as it is. */
export function tellingTriples(response: unknown): unknown {
  const { content } = (response ?? {}) as { content?: unknown };
  if (typeof content !== "string" || !/"type"\s*:\s*"triple"/.test(content)) return response;
  try {
    const told = JSON.parse(content) as { results?: { bindings: Record<string, Value>[] } };
    for (const row of told.results?.bindings ?? []) {
      for (const [name, value] of Object.entries(row)) if (value.type === "triple") row[name] = { type: "literal", value: written(value) };
    }
    return { ...(response as object), content: JSON.stringify(told, null, 1) };
  } catch {
    return response;
  }
}
