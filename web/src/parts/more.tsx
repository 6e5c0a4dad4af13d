import { useState } from "preact/hooks";
import { number, t } from "../i18n";

/** Some of a list, and how many come after them. */
export interface Part<T> {
  items: T[];
  more: number;
}

/** A list of which the server gives one part after the other. */
export function useParts<T>(first: Part<T>, next: (n: number) => Promise<Part<T>>) {
  const [rest, set] = useState<Part<T>[]>([]);
  const [state, tell] = useState<"" | "waiting" | "failed">("");
  const parts = [first, ...rest];
  const load = () => {
    tell("waiting");
    next(parts.length).then(
      (part) => (set([...rest, part]), tell("")),
      () => tell("failed"),
    );
  };
  return { items: parts.flatMap((part) => part.items), more: parts.at(-1)?.more ?? 0, state, load };
}

/** The way to the rest of a list. */
export function More({ more, state, load }: Omit<ReturnType<typeof useParts>, "items">) {
  if (more === 0) return null;
  return (
    <p class="rest">
      <button type="button" onClick={load} disabled={state === "waiting"}>{t("more")} ({number(more)})</button>
      {state === "failed" && <span class="wrong" role="alert"> {t("failed")}</span>}
    </p>
  );
}
