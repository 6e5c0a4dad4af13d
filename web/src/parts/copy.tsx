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

/** Whether the page is served on the very machine it is read on. */
export const atHome = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(globalThis.location?.hostname ?? "");

/** Copies the address, and says who can open it. */
export function CopyLink() {
  const [told, tell] = useState(false);
  return (
    <>
      <Copy text={() => (tell(atHome), location.href)} label={t("copy_link")} />
      {told && <span class="aside" role="status">{t("copied_here")}</span>}
    </>
  );
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
