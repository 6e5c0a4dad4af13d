import { useState } from "preact/hooks";
import { t } from "../i18n";

/** Copies a text; where the browser keeps its clipboard to itself, by way of a field. */
async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

export function Copy({ text, label, title }: { text: string | (() => string); label: string; title?: string }) {
  const [done, set] = useState(false);
  const click = async () => {
    await copy(typeof text === "string" ? text : text());
    set(true);
    setTimeout(() => set(false), 1500);
  };
  return (
    <button type="button" class="plain" title={title} onClick={click}>
      <span aria-live="polite">{done ? `✓ ${t("copied")}` : label}</span>
    </button>
  );
}
